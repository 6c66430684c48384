/**
 * Holds the direction of imports: data -> words -> contracts -> steps -> the adapters' list -> the command line.
 * Every file has a layer, and imports only from its own or a lower one; adapters never import steps or each other; no circles, neither
 * of files nor of folders. Type imports count.
 */

import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import process from 'node:process';

interface Layer {
  readonly name: string;
  /** What a file may import has the same rank or a lower one. */
  readonly rank: number;
  readonly files: RegExp;
}

/** First match wins: what a folder has of a lower layer is named before the folder. */
const LAYERS: readonly Layer[] = [
  { name: 'data', rank: 0, files: /^(article|finding|errors|glossary\/term|memory\/(record|translations))\.ts$|^languages\// },
  {
    name: 'contract',
    rank: 2,
    files:
      /^(engines\/(engine|options|status-codes|locale-codes|context|provider-client|keys|web-request|kept-glossaries)|checks\/check|formats\/format|cli\/(command|exit))\.ts$/,
  },
  {
    name: 'words',
    rank: 1,
    files: /^(text|clock|xml|splice|process-alive|web-address|numbers|sentences|config)\.ts$/,
  },
  { name: 'files', rank: 1, files: /^files\// },
  {
    name: 'words',
    rank: 1,
    files: /^(config|program|text|ranges|xml|numbers|fragment|language|sentences|runs|frontmatter|markdown|strings|glossary|names)\//,
  },
  { name: 'step', rank: 4, files: /^checks\/(run-checks|levels|waivers|positions)\.ts$|^(memory|merge|store|queue|edition)\// },
  { name: 'engine', rank: 3, files: /^engines\// },
  { name: 'check', rank: 3, files: /^checks\// },
  { name: 'format', rank: 3, files: /^formats\// },
  { name: 'disk', rank: 4.2, files: /^project\// },
  { name: 'publishing', rank: 4.4, files: /^(publish|reports|ci)\// },
  { name: 'adapters', rank: 5, files: /^adapters\.ts$/ },
  { name: 'session', rank: 5.5, files: /^(session|library)\// },
  { name: 'command line', rank: 6, files: /^(cli|edit|lsp)\// },
];
const ADAPTERS = new Set(['engine', 'check', 'format']);

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g;

/** Paths below `src`. */
const importsOf = new Map<string, readonly string[]>();
for (const path of globSync('**/*.{ts,tsx}', { cwd: 'src' }).sort()) {
  const found = [...readFileSync(join('src', path), 'utf8').matchAll(IMPORT)];
  importsOf.set(
    path,
    found.map((match) => normalize(join(dirname(path), match[1] ?? match[2] ?? ''))),
  );
}

const faults: string[] = [];
for (const [path, imports] of importsOf) {
  if (/(^|\/)(index|utils?|helpers?|common|manager)(\.tsx?$|\/)/.test(path))
    faults.push(`${path}: no barrels, utils, helpers, common or manager`);
  const own = layerOf(path);
  if (own === undefined) faults.push(`${path}: of no layer; name its folder in scripts/check-imports.ts`);
  for (const target of imports) {
    const other = layerOf(target);
    if (own !== undefined && other !== undefined) judge(path, own, target, other);
  }
}
// One place opens files and changes the disk: it follows no link that a repository may hold.
const LOOKING = new Set(['existsSync', 'lstatSync', 'statSync', 'readdirSync', 'realpathSync', 'Stats']);
/** Models are streamed into and from a folder of the user's own, outside of any project. */
const MODELS = /^engines\/bergamot(\.ts$|\/(model-cache|registry)\.ts$)/;
for (const path of importsOf.keys()) {
  // The starters of other generators hold programs as text.
  if (/^(files|publish\/export\/starters)\//.test(path) || MODELS.test(path)) continue;
  const text = readFileSync(join('src', path), 'utf8');
  if (/readdirSync\([^;]*recursive: true/.test(text) && path !== 'program/key.ts')
    faults.push(`${path}: the recursive readdir of Node enters links; use files/walk.ts`);
  for (const [, names = '', promises] of text.matchAll(/import\s+(?:\{([^}]*)\}|[^'{]*)\s*from 'node:fs(\/promises)?'/g)) {
    const others = names.split(',').flatMap((one) => (LOOKING.has(one.trim()) || one.trim() === '' ? [] : [one.trim()]));
    if (promises !== undefined || names === '' || others.length > 0)
      faults.push(`${path}: ${others.join(', ') || 'node:fs'} of node:fs; files are opened, written and removed by src/files alone`);
  }
}
// The pipeline is texts in, outcomes out: the disk is handed in.
for (const path of globSync('src/edition/**/*.ts'))
  if (/from 'node:(?:fs|child_process|worker_threads)/.test(readFileSync(path, 'utf8')))
    faults.push(`${path}: the pipeline touches no disk`);
for (const circle of circles(importsOf)) faults.push(`a circle of files: ${circle.join(' -> ')}`);
for (const folder of new Set(['.', ...[...importsOf.keys()].flatMap(foldersOf)]))
  for (const circle of circles(roomsOf(folder))) faults.push(`a circle in src/${folder}: ${circle.join(' -> ')}`);

for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

function layerOf(path: string): Layer | undefined {
  return LAYERS.find(({ files }) => files.test(path));
}

function judge(path: string, own: Layer, target: string, other: Layer): void {
  if (ADAPTERS.has(own.name) && ADAPTERS.has(other.name) && adapterOf(path) !== adapterOf(target))
    faults.push(`${path} -> ${target}: an adapter imports no other adapter`);
  else if (own.name === 'step' && ADAPTERS.has(other.name))
    faults.push(`${path} -> ${target}: a step imports no adapter; hand it in, or name it in src/adapters.ts`);
  else if (other.rank > own.rank) faults.push(`${path} (${own.name}) -> ${target} (${other.name}): imports run one way`);
}

/** `engines/apertium/pipe.ts` belongs to the adapter `engines/apertium`. */
function adapterOf(path: string): string {
  return path.split('/').slice(0, 2).join('/').replace(/\.ts$/, '');
}

/** `a/b/c.ts`: `a`, `a/b`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

/** What is in a folder, and which of it imports which: a subfolder and the file of its name are one room. */
function roomsOf(folder: string): Map<string, string[]> {
  const prefix = folder === '.' ? '' : `${folder}/`;
  const roomOf = (path: string) => path.slice(prefix.length).split('/', 1)[0]?.replace(/\.ts$/, '') ?? '';
  const rooms = new Map<string, Set<string>>();
  for (const [path, imports] of importsOf) {
    if (!path.startsWith(prefix)) continue;
    const room = rooms.get(roomOf(path)) ?? new Set<string>();
    rooms.set(roomOf(path), room);
    for (const target of imports) if (target.startsWith(prefix) && roomOf(target) !== roomOf(path)) room.add(roomOf(target));
  }
  return new Map([...rooms].map(([room, targets]) => [room, [...targets]]));
}

/** A circle for each way back that a walk in depth finds. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): void => {
    const at = trail.indexOf(node);
    if (at >= 0) found.push([...trail.slice(at), node]);
    if (at >= 0 || done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...trail, node]);
    done.add(node);
  };
  for (const node of graph.keys()) visit(node, []);
  return found;
}
