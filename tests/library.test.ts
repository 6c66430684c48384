import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { libraryExports } from '../scripts/api-page.ts';

const root = join(import.meta.dirname, '..');

/** What programs may rely on. A name more is a promise, a name less breaks somebody. */
const SURFACE = {
  config: 'defineConfig ConfigInput',
  glossary: 'findTerms usesTerm SourceTerm TargetTerm Term TermKind TermMatch TermStatus Verdict',
  markdown:
    'readArticle writeEdition Addition AnchorSettingName Article Block BlockKind Cut Defined Dialect Edition Mark Origin ReadOptions Segment Span Target TargetState TargetSyntax TermUse Text Unread WriteOptions',
  sentences: 'readSrx sentences Srx',
  theme:
    'ArticleParts ArticleView ChannelView FootView FrontView Html HtmlTag HtmlValue ListView MastheadView NotFoundView PageView StoryView Template Templates ThemeModule ThemeTools ViewLink',
  translate:
    'translate BatchedAnswer DraftRepair EditionOutcome Engine EngineBatches EngineCharge EngineError EngineErrorKind EngineLimits EngineRemarks EngineRequest Event Failure Finding FindingName KnownError Level Summary TextContext TranslateOptions WithheldCounts Wording',
};

test('the public library has these names and no others', async () => {
  const exported = [...libraryExports()].map(([name, names]) => [name, names.map((one) => one.name).join(' ')]);
  expect(Object.fromEntries(exported)).toEqual(SURFACE);
  for (const [name, names] of Object.entries(SURFACE)) {
    const values = Object.keys(await import(`../src/library/${name}.ts`));
    expect(names.split(' ')).toEqual(expect.arrayContaining(values));
  }
});

test('package.json exports the library, and nothing behind it', () => {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const modules = Object.fromEntries(
    Object.keys(SURFACE).map((name) => [`./${name}`, { types: `./dist/library/${name}.d.ts`, default: `./dist/library/${name}.js` }]),
  );
  expect(exports).toEqual({ ...modules, './schema/config.json': './schema/config.json', './package.json': './package.json' });
});

test('every type that a public declaration names can be imported from the same module', () => {
  for (const [module, exported] of libraryExports()) {
    const names = new Set(exported.map(({ name }) => name));
    const page = readFileSync(join(root, 'docs/api.md'), 'utf8');
    const section = page.split(/^## /m).find((part) => part.startsWith(`dragoman/${module}\n`)) ?? '';
    const code = [...section.matchAll(/```ts\n([\s\S]*?)```/g)].map((match) =>
      (match[1] ?? '').replace(/\/\*\*[\s\S]*?\*\/|'[^']*'|`[^`]*`/g, ''),
    );
    const own = new Set(
      code.flatMap((text) => [...text.matchAll(/<(\w+) extends|\b(?:type|interface) \w+<(\w+)/g)].map((match) => match[1] ?? match[2])),
    );
    const named = new Set(code.flatMap((text) => [...text.matchAll(/\b[A-Z]\w+\b|\b[A-Z]\b/g)].map(([name]) => name)));
    const unknown = [...named].filter((name) => !names.has(name) && !own.has(name) && !(name in globalThis) && !BUILT_IN.has(name));
    expect(unknown, module).toEqual([]);
  }
  expect(existsSync(join(root, 'docs/api.md'))).toBe(true);
});

const BUILT_IN = new Set(['Readonly', 'ReadonlyMap', 'ReadonlySet', 'Partial', 'Pick', 'Omit', 'Record', 'TemplateStringsArray']);
