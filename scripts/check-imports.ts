/**
 * Holds the direction of imports: data -> words -> contracts -> steps -> the adapters' list -> the command line.
 * A file imports only from its own layer or a lower one; adapters never import steps or each other; no circles.
 */

import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import process from 'node:process';

/** First match wins. `own` names what a file of the layer may import besides lower layers. */
const layers: readonly { name: string; rank: number; files: RegExp }[] = [
  {
    name: 'contract',
    rank: 2,
    files: /^src\/(engines\/(engine|options|status)|checks\/check|formats\/format|cli\/command|cli\/exit)\.ts$/,
  },
  { name: 'data', rank: 0, files: /^src\/(article|finding|errors|glossary\/term|memory\/(record|translations))\.ts$|^src\/languages\// },
  {
    name: 'words',
    rank: 1,
    files:
      /^src\/(text|xml|splice|partition-point|numbers|sentences|config)\.ts$|^src\/(numbers|fragment|language|sentences|runs|frontmatter|markdown|strings|glossary)\//,
  },
  { name: 'engine', rank: 3, files: /^src\/engines\// },
  { name: 'check', rank: 3, files: /^src\/checks\/(?!run\b|levels\b|waivers\b|positions\b)/ },
  { name: 'format', rank: 3, files: /^src\/formats\// },
  { name: 'adapters', rank: 5, files: /^src\/adapters\.ts$/ },
  { name: 'session', rank: 5.5, files: /^src\/(session|library)\// },
  { name: 'command line', rank: 6, files: /^src\/cli\// },
  { name: 'disk', rank: 4.2, files: /^src\/project\// },
  { name: 'publishing', rank: 4.4, files: /^src\/(publish|reports)\// },
  { name: 'step', rank: 4, files: /^src\// },
];
const ADAPTERS = new Set(['engine', 'check', 'format']);

interface File {
  readonly path: string;
  readonly imports: readonly string[];
}

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g;

const files: File[] = globSync('src/**/*.ts').map((path) => ({
  path,
  imports: [...readFileSync(path, 'utf8').matchAll(IMPORT)].map((match) => normalize(join(dirname(path), match[1] ?? match[2] ?? ''))),
}));
const layerOf = (path: string) => layers.find((layer) => layer.files.test(path)) as (typeof layers)[number];
/** `src/engines/apertium/pipe.ts` belongs to the adapter `src/engines/apertium`. */
const adapterOf = (path: string) => path.split('/').slice(0, 3).join('/').replace(/\.ts$/, '');

const faults: string[] = [];
for (const { path, imports } of files) {
  if (/(^|\/)(index|utils?|helpers?|common|manager)(\.ts$|\/)/.test(path))
    faults.push(`${path}: no barrels, utils, helpers, common or manager`);
  const own = layerOf(path);
  for (const target of imports) {
    const other = layerOf(target);
    if (ADAPTERS.has(own.name) && ADAPTERS.has(other.name) && adapterOf(path) !== adapterOf(target)) {
      faults.push(`${path} -> ${target}: an adapter imports no other adapter`);
    } else if (own.name === 'step' && ADAPTERS.has(other.name)) {
      faults.push(`${path} -> ${target}: a step imports no adapter; hand it in, or name it in src/adapters.ts`);
    } else if (other.rank > own.rank) {
      faults.push(`${path} (${own.name}) -> ${target} (${other.name}): imports run one way`);
    }
  }
}

// The pipeline is texts in, outcomes out: the disk is handed in.
for (const path of globSync('src/edition/**/*.ts'))
  if (/from 'node:(?:fs|child_process|worker_threads)/.test(readFileSync(path, 'utf8')))
    faults.push(`${path}: the pipeline touches no disk`);

const importsOf = new Map(files.map((file) => [file.path, file.imports]));
const done = new Set<string>();
const visit = (path: string, trail: readonly string[]): void => {
  const at = trail.indexOf(path);
  if (at >= 0) faults.push(`a circle: ${[...trail.slice(at), path].join(' -> ')}`);
  if (at >= 0 || done.has(path)) return;
  for (const next of importsOf.get(path) ?? []) visit(next, [...trail, path]);
  done.add(path);
};
for (const { path } of files) visit(path, []);

for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
