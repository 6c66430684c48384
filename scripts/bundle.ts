/**
 * The package's code, linked into few files: reading a thousand modules took half of what a small rebuild takes. What every command loads
 * of the dependencies is linked in; they stay dependencies for their types and for the list of what the package is made of (`npm sbom`).
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import process from 'node:process';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = join(ROOT, 'src');

/** What reads and writes Markdown, front matter and configurations. Others are seldom needed, have files beside their code, or are an engine's. */
const LINKED =
  /^(?:@formatjs|decode-named|github-slugger|gray-matter|i18next|jsonc-parser|mdast-|micromark|parse5|rehype-|remark-|toml-eslint-parser|unified|yaml|zod)/;

/** Files that are started or loaded by their path. */
function entries(): string[] {
  const modules = (folder: string) => readdirSync(join(SOURCES, folder)).map((name) => join(folder, name));
  const started = ['cli/main.ts', 'project/freshness/worker.ts', 'engines/bergamot/wasm-thread.ts', 'frontmatter/release.ts'];
  return [...started, ...modules('library'), ...modules('languages').filter((file) => /^[a-z]{2,3}\.ts$/.test(basename(file)))];
}

/** Linked packages of the older kind require modules of Node, through a function of the bundler that looks for this one. */
const REQUIRE = "const require = (name) => process.getBuiltinModule('node:module').createRequire(import.meta.url)(name);\n";

function notLinked(): string[] {
  const { dependencies, peerDependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies }).filter((name) => !LINKED.test(name));
}

/**
 * A module that looks for files beside itself finds them where they would be, had it a file of its own.
 * @param found is told of such modules, relative to the package
 * @param besides imports of a module beside its own, by its path relative to the package
 */
function sources(found: Set<string>, besides: (file: string) => string): Plugin {
  return {
    name: 'sources',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (!path.startsWith(SOURCES + sep)) return undefined;
        const file = inPackage(path);
        const text = readFileSync(path, 'utf8') + besides(file);
        if (!text.includes('import.meta.')) return { loader: 'ts', contents: text };
        found.add(file);
        const own = `new URL('../${file.replace(/^src\//, '').replace(/\.ts$/, '.js')}', import.meta.url)`;
        return {
          loader: 'ts',
          contents: `import { fileURLToPath as pathOf } from 'node:url';\nconst OWN = ${own};\n${text
            .replaceAll('import.meta.url', 'OWN.href')
            .replaceAll('import.meta.filename', 'pathOf(OWN)')
            .replaceAll('import.meta.dirname', "pathOf(new URL('.', OWN)).slice(0, -1)")}`,
        };
      });
    },
  };
}

const inPackage = (path: string): string => relative(ROOT, path).replaceAll(sep, '/');

/**
 * An import of a module of Node reads all that it exports, and so loads what is behind its getters: `process` opens the three streams, `fs`
 * loads its promises and streams, `util` the worker threads. This takes half of what `--help` takes. Asked for by its name, a module reads nothing.
 */
const NODES_OWN: Plugin = {
  name: 'nodes-own',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^node:(?:fs|process|util)$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path: path.slice('node:'.length), namespace: 'nodes-own', sideEffects: false } : undefined,
    );
    onLoad({ filter: /^/, namespace: 'nodes-own' }, ({ path }) => {
      const own = path === 'process' ? 'globalThis.process' : `process.getBuiltinModule('node:${path}')`;
      const names = path === 'process' ? [] : Object.keys(process.getBuiltinModule(`node:${path}`) ?? {});
      // What nobody imports is taken out.
      const taken = (name: string, of: string) => `${name} = /* @__PURE__ */ (() => ${of})();`;
      const all = names.map((name) => `export const ${taken(name, `${own}.${name}`)}`);
      return { contents: `const ${taken('whole', own)}\nexport default whole;\n${all.join('\n')}` };
    });
  },
};

/**
 * A YAML parser that gray-matter brings, and that reads no front matter here, looks for a parser of JavaScript to run what a document says:
 * a quarter of a megabyte that every start would read. It does without where there is none.
 */
const NO_JAVASCRIPT: Plugin = {
  name: 'no-javascript',
  setup: ({ onLoad }) => {
    onLoad({ filter: /js-yaml[\\/]lib[\\/]js-yaml[\\/]type[\\/]js[\\/]function\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace("_require('esprima')", 'undefined'),
    }));
  },
};

const START = 'src/cli/main.ts';

/**
 * Code is cut into files by which entries reach it, and so what every command loads at its start lay in a dozen of them: reading and linking
 * these took half of what `--help` takes. What all entries import is one file.
 * @param outputs of a build without this
 * @returns imports of what `cli/main.ts` shares with others, for each entry
 */
function sharedStart(outputs: Metafile['outputs']): (file: string) => string {
  const entries = new Set(Object.values(outputs).flatMap(({ entryPoint }) => entryPoint ?? []));
  const start = Object.values(outputs).find(({ entryPoint }) => entryPoint === START);
  const files = (start?.imports ?? []).filter(({ kind }) => kind === 'import-statement').map(({ path }) => path);
  const shared = files.flatMap((path) => Object.keys(outputs[path]?.inputs ?? {})).filter((module) => module.startsWith('src/'));
  return (file) =>
    entries.has(file) ? shared.map((module) => (module === file ? '' : `import ${JSON.stringify(join(ROOT, module))};`)).join('') : '';
}

/**
 * @param out the folder of the code, absolute
 * @returns paths of the files that are in it, relative to the package
 * @throws Error where a module that looks for files beside itself would look in the wrong place
 */
export async function bundle(out: string): Promise<string[]> {
  const apart = await linked(out, new Set(), () => '');
  const placed = new Set<string>();
  const { metafile, outputFiles } = await linked(out, placed, sharedStart(apart.metafile.outputs));
  await build({
    ...COMMON,
    entryPoints: [join(SOURCES, 'cli/bin.ts')],
    outfile: join(out, 'cli/bin.js'),
    plugins: [MAIN_APART, NODES_OWN],
  });
  for (const { path, text } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text.includes('var __require = ') ? REQUIRE + text : text);
  }
  for (const [file, { inputs }] of Object.entries(metafile.outputs))
    for (const input of Object.keys(inputs))
      if (placed.has(input) && dirname(dirname(join(ROOT, file))) !== out)
        throw new Error(`${input} looks beside itself, but is in ${file}`);
  return Object.keys(metafile.inputs);
}

/** @param besides as for `sources` */
const linked = (out: string, placed: Set<string>, besides: (file: string) => string) =>
  build({
    ...COMMON,
    entryPoints: entries().map((file) => join(SOURCES, file)),
    outbase: SOURCES,
    outdir: out,
    chunkNames: 'chunks/[name]-[hash]',
    ...{ splitting: true, metafile: true, write: false },
    external: notLinked(),
    plugins: [sources(placed, besides), NODES_OWN, NO_JAVASCRIPT],
  });

const COMMON = {
  ...{ absWorkingDir: ROOT, bundle: true, format: 'esm', platform: 'node', target: 'node22.18', charset: 'utf8', logLevel: 'warning' },
  // jsonc-parser's other form hides what it requires.
  mainFields: ['module', 'main'],
} as const satisfies BuildOptions;

/** The package's command shares nothing with what it starts: it tells an old Node so, which cannot read the rest. */
const MAIN_APART: Plugin = {
  name: 'main-apart',
  setup: ({ onResolve }) => onResolve({ filter: /^\.\/main\.ts$/ }, () => ({ path: './main.js', external: true })),
};
