/**
 * `npm run docs` writes the parts of docs/ that are made from the code, between `<!-- npm run docs: PART -->` and `<!-- end -->`.
 * `--check` writes nothing, and fails where a part is not what the code gives.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { type FindingName, findingNames, findingRules } from '../src/finding.ts';
import { apiPage } from './api-page.ts';
import { configPage } from './config-page.ts';
import { faultsInMeasured } from './measured-engines.ts';
import { documented, simulationTable } from './simulation.ts';

const isCheck = (name: FindingName) => existsSync(`src/checks/${name}.ts`);

const parts: Readonly<Record<string, () => string>> = {
  configuration: configPage,
  checks: () => findingTable(findingNames.filter(isCheck)),
  api: apiPage,
  simulation: () => simulationTable(documented),
  steps: () => findingTable(findingNames.filter((name) => !isCheck(name))),
};

function findingTable(names: readonly FindingName[]): string {
  const rows = names.map((name) => `| ${findingRules[name].level} | \`${name}\` | ${findingRules[name].about} |\n`);
  return `| level | name | finds |\n|---|---|---|\n${rows.join('')}`;
}

const PART = /(<!-- npm run docs: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g;

let stale = 0;
for (const file of ['docs/checks.md', 'docs/api.md', 'docs/configuration.md', 'docs/many-machines.md']) {
  const text = readFileSync(file, 'utf8');
  const made = text.replace(PART, (_, start: string, part: string, end: string) => `${start}${parts[part]?.() ?? ''}${end}`);
  if (made === text) continue;
  if (process.argv.includes('--check')) {
    stale++;
    console.error(`${file}: not what the code gives; npm run docs`);
  } else writeFileSync(file, made);
}
// These figures are measured, not derived: only their form can be held here.
for (const fault of faultsInMeasured(readFileSync('docs/engines.md', 'utf8'))) {
  stale++;
  console.error(`docs/engines.md: ${fault}; npm run bench:engines`);
}
process.exitCode = stale > 0 ? 1 : 0;
