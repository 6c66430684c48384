/**
 * The package's code, linked into few files: reading a thousand modules took half of what a small rebuild takes. What every command loads
 * of the dependencies is linked in; they stay dependencies for their types and for the list of what the package is made of (`npm sbom`).
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import process from 'node:process';
import { build, type Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = join(ROOT, 'src');

/** What reads and writes Markdown, front matter and configurations. Others are seldom needed, have files beside their code, or are an engine's. */
const LINKED = /^(?:decode-named|github-slugger|gray-matter|i18next|jsonc-parser|mdast-|micromark|parse5|rehype-|remark-|unified|yaml|zod)/;

/** Files that are started or loaded by their path. */
function entries(): string[] {
  const modules = (folder: string) => readdirSync(join(SOURCES, folder)).map((name) => join(folder, name));
  const started = ['cli/bin.ts', 'cli/main.ts', 'project/freshness/worker.ts', 'engines/bergamot/wasm-thread.ts', 'frontmatter/release.ts'];
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
 */
function ownPlaces(found: Set<string>): Plugin {
  return {
    name: 'own-places',
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!path.startsWith(SOURCES + sep) || !text.includes('import.meta.')) return undefined;
        const place = relative(SOURCES, path).replaceAll(sep, '/').replace(/\.ts$/, '.js');
        found.add(relative(ROOT, path).replaceAll(sep, '/'));
        const own = `new URL('../${place}', import.meta.url)`;
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
 * @param out the folder of the code, absolute
 * @returns paths of the files that are in it, relative to the package
 * @throws Error where a module that looks for files beside itself would look in the wrong place
 */
export async function bundle(out: string): Promise<string[]> {
  const placed = new Set<string>();
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: entries().map((file) => join(SOURCES, file)),
    outbase: SOURCES,
    outdir: out,
    chunkNames: 'chunks/[name]-[hash]',
    ...{ bundle: true, splitting: true, metafile: true, format: 'esm', platform: 'node', target: 'node22.18', charset: 'utf8' },
    external: notLinked(),
    // jsonc-parser's other form hides what it requires.
    mainFields: ['module', 'main'],
    plugins: [ownPlaces(placed), NODES_OWN],
    write: false,
    logLevel: 'warning',
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
