/**
 * A name means one thing. No two files of `src` define an export of the same name (`export { x } from` is no definition), and no two
 * files within one top folder of `src` are called the same.
 */

import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import process from 'node:process';

const DEFINITION =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) +(?:(?<!type )\{([^}]*)\}|([A-Za-z_$][\w$]*))/gm;

const definedIn = new Map<string, string[]>();
// A language's file is found by its tag, and exports `language` as every other does: one contract.
const isOfLanguage = (name: string, file: string) => name === 'language' && file.startsWith('src/languages/');

for (const file of globSync('src/**/*.ts').sort()) {
  for (const [, several, one] of readFileSync(file, 'utf8').matchAll(DEFINITION)) {
    const names = one === undefined ? (several ?? '').split(',').map((name) => name.split(':').at(-1)?.trim() ?? '') : [one];
    for (const name of names) if (!isOfLanguage(name, file)) definedIn.set(name, [...(definedIn.get(name) ?? []), file]);
  }
}

const faults = [...definedIn]
  .filter(([, files]) => new Set(files).size > 1)
  .map(([name, files]) => `${name}: exported by ${[...new Set(files)].join(', ')}; one definition, or a name for each`);
// The folders of sibling adapters may call the same part of each the same: `engines/google/client.ts`, `engines/deepl/client.ts`.
const isOfAdapter = (file: string) => /^src\/(?:engines|formats)\/[^/]+\//.test(file);
const filesOf = Map.groupBy(
  globSync('src/*/**/*.ts')
    .sort()
    .filter((file) => !isOfAdapter(file)),
  (file) => `${file.split('/')[1]} ${basename(file)}`,
);
for (const [, files] of filesOf) if (files.length > 1) faults.push(`${files.join(', ')}: files called the same within one folder of src`);

for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
