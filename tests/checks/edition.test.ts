import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/article.ts';
import { addressCheck } from '../../src/checks/address.ts';
import { consistencyCheck } from '../../src/checks/consistency.ts';
import { deadLinksCheck } from '../../src/checks/dead-links.ts';
import { frontMatterCheck } from '../../src/checks/front-matter.ts';
import { languageCheck } from '../../src/checks/language.ts';
import { nameSpellingsCheck } from '../../src/checks/name-spellings.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { structureCheck } from '../../src/checks/structure.ts';
import type { AnchorSettingName } from '../../src/markdown/anchor-rules.ts';
import { close, edition, open, outputOf } from './support.ts';

/** An edition of a source without segments: what only the written text decides. */
const written = (source: string, id = 'a'): Edition => ({
  article: { id, locale: 'en', source, blocks: [] },
  locale: 'es',
  targets: new Map(),
});

describe('checks of an edition', () => {
  test.each([
    ['# One\n\nText.\n\n- a\n- b\n', '# Uno\n\nTexto.\n\n- a\n- b\n', 0],
    ['# One\n\nText that\nruns on.\n', '# Uno\n\nTexto que sigue.\n', 0],
    ['# One\n\nText.\n', '# Uno\n\n1. Texto.\n', 1],
    ['# One\n\nText.\n', '## Uno\n\nTexto.\n', 1],
    ['| a | b |\n|---|---|\n| 1 | 2 |\n', '| a | b |\n|---|---|\n| 1 | 2 | 3 |\n', 1],
    ['- a\n- b\n', '- a\n', 1],
    ['+++\ntitle = "a"\n+++\n\nText.\n', '+++\n"lang" = "es"\ntitle = "a"\n+++\n\nTexto.\n', 0],
    [';;;\n{"title": "a"}\n;;;\n\nText.\n', ';;;\n{\n"title": "- a"}\n;;;\n\nTexto.\n', 0],
    ['---\n\n- a\n\n---\n', '---\n\na\n\n---\n', 1],
    ['Text.\n\n```js\nx\n```\n', 'Texto.\n', 1],
    ['> [!NOTE]\n> Text.\n', '> [!NOTE]\n> Texto.\n', 0],
    ['> [!NOTE]\n> Text.\n', '> [!Nota]\n> Texto.\n', 1],
    ['> [!tip]- A title\n> Text.\n', '> [!tip]- Un título\n> Texto.\n', 0],
    ['> [!NOTE]\n> Text.\n', '> Texto.\n', 1],
    ['!!! note "Read"\n    Text.\n', '!!! note "Lea"\n    Texto.\n', 0],
    ['!!! note "Read"\n    Text.\n', '!!! nota "Lea"\n    Texto.\n', 1],
    [':::tip[A title]\nText.\n:::\n', ':::tip[Un título]\nTexto.\n:::\n', 0],
    [':::tip\nText.\n:::\n', ':::tip\nTexto.\n', 1],
    ['[TOC]\n\nText.\n', 'Texto.\n', 1],
    ['Text.\n{.lead}\n', 'Texto.\n{.entrada}\n', 1],
    ['```md\n> [!NOTE]\n```\n', '```md\n> [!NOTE]\n```\n', 0],
  ])('structure of %j against %j', (source, output, count) => {
    expect(runChecks([structureCheck], written(source), { output })).toHaveLength(count);
  });

  test.each([
    ['a rule', '---\ntitle: One\n---\n\nText.\n\n# A\n', '---\ntitle: Uno\nown: 1\n---\n\nTexto.\n\n---\n\n# A\n', '---'],
    ['a rule beside a table', '| a |\n| --- |\n| b |\n\nText.\n', '| a |\n| --- |\n| b |\n\n---\n\nTexto.\n', '---'],
    ['a word that is within another line too', '- a\n\n# The end\n', '- a\n\nend\n\n# The end\n', 'end'],
    ['lines of Windows', '# A\r\n\r\n- b\r\n', '# A\r\n\r\n1. mío\r\n2. mío\r\n\r\n- b\r\n', '1. mío\n2. mío'],
  ])("%s of a person's own is no difference", (_, source, output, markdown) => {
    const own = { ...written(source), additions: [{ after: null, markdown }] };
    expect(runChecks([structureCheck], own, { output })).toEqual([]);
    expect(runChecks([structureCheck], written(source), { output })).toHaveLength(1);
  });

  test.each([
    ['own to the edition', [], 'note'],
    ['with words that are translated', ['tags[0]', 'tags[1]'], 'warning'],
    ['beside one with such words', ['tagsOf[0]'], 'note'],
  ])('a list of another length, %s, keeps nothing from being published', (_, paths, level) => {
    const given = written('---\ntags: [a, b]\n---\n');
    const span = { start: 0, end: 0 };
    const blocks = paths.map((path) => ({ kind: 'frontMatter', syntax: 'yaml', span, path, segments: [] }) as const);
    const found = runChecks([frontMatterCheck], { ...given, article: { ...given.article, blocks } }, { output: '---\ntags: [c]\n---\n' });
    expect(found.map((one) => one.level)).toEqual([level]);
  });

  test('a line below a paragraph of its own keeps its number', () => {
    const own = { ...written('Text.\n\n# A\n'), additions: [{ after: null, markdown: 'Mío\nmío.' }] };
    expect(runChecks([structureCheck], own, { output: 'Mío\nmío.\n\nTexto.\n\n- A\n' })).toMatchObject([{ line: 6 }]);
  });

  test.each([
    ['---\ntitle: A\ntags: [x, y]\n---\nT', '---\ntitle: B\ntags: [x, y]\nlang: es\n---\nT', []],
    ['---\ntitle: A\n---\nT', '---\ntitle: B: C\n---\nT', [2]],
    ['---\ntitle: A\ntags: [x, y]\n---\nT', '---\ntitle: B\ntags: [x]\n---\nT', [1]],
    ['---\ntitle: A\ndraft: true\n---\nT', '---\ntitle: B\ndraft: "sí"\n---\nT', [1]],
    ['---\ntitle: A\n---\nT', 'T', [1]],
  ])('front matter of %j against %j', (source, output, lines) => {
    expect(runChecks([frontMatterCheck], written(source), { output }).map((finding) => finding.line)).toEqual(lines);
  });

  test.each([
    ['a key', 'title: B', [], 'error'],
    ['a key that the file has had', 'title: B', ['seo.image', 'seo'], 'warning'],
    ['a key within one', 'title: B\nseo:\n  robots: index', ['seo'], 'warning'],
    ['a key within one that the file never had', 'title: B\nseo:\n  robots: index', ['title'], 'error'],
  ])('%s that is gone from the front matter', (_, front, keys, level) => {
    const source = '---\ntitle: A\nseo:\n  robots: index\n  image: a.png\n---\nT';
    const options = { output: `---\n${front}\n---\nT`, formerKeys: new Set(keys) };
    expect(runChecks([frontMatterCheck], written(source), options).map((finding) => finding.level)).toEqual([level]);
  });

  test('dead links: what the source reaches and the edition does not', () => {
    const link = (url: string) => [open('1', '['), 'x', close('1', `](${url})`)];
    const urls = [
      'photo.jpg',
      'gone.jpg',
      'lost.jpg',
      'other.md',
      '#closing',
      '#nowhere',
      '#kept',
      '/about.html',
      'https://example.org/x.jpg',
      'route',
    ];
    const es = edition(
      'es',
      urls.map((url) => ({ source: link(url), target: link(url) })),
      { before: '## Closing\n\n<a id="kept"></a>\n\n' },
    );
    const there = ['articles/en/photo.jpg', 'articles/es/photo.jpg', 'articles/en/gone.jpg', 'articles/en/other.md'];
    const found = runChecks([deadLinksCheck], es, {
      output: `## Cierre\n\n<a id="kept"></a>\n\n${outputOf(es)}`,
      file: 'articles/es/a.md',
      sourceFile: 'articles/en/a.md',
      exists: (path) => there.includes(path),
      anchors: 'docusaurus',
    });
    expect(found.map((finding) => finding.got?.[0])).toEqual(['gone.jpg', '#closing']);
  });

  test.each<[string, string, string, AnchorSettingName, string[]]>([
    ['the site keeps the anchors of the source', '## Results', '## Resultados', 'none', []],
    ['but not where a heading was added', '## Results', '## Antes\n\n## Resultados', 'none', ['#results']],
    ['a heading that begins with a year', '## 2026 in figures', '## Cifras de 2026', 'none', []],
    ['another generator makes its own', '## Results', '## Resultados', 'astro', ['#results']],
    ['which a pinned heading keeps', '## Results', '## <a id="results"></a>Resultados', 'astro', []],
    ['or one with an id', '## Results', '## Resultados {#results}', 'hugo', []],
    ['by the rule of Hugo', '## Results & more', '## Resultados {#results--more}', 'hugo', []],
    ['by the rule of GitHub', '## Results... again', '## Resultados {#results-again}', 'docusaurus', []],
  ])('anchors: %s', (_, source, output, anchors, expected) => {
    const fragment = /#+ (.*)/.exec(source)?.[1]?.toLowerCase().replace(/[&.]/g, '').replaceAll(' ', '-') ?? '';
    const link = `[a][b]\n\n[b]: #${fragment}\n\n`;
    const found = runChecks([deadLinksCheck], written(`${link}${source}\n`), { output: `${link}${output}\n`, anchors });
    expect(found.map((finding) => finding.got?.[0])).toEqual(expected);
  });

  test.each<[string, string, string | undefined]>([
    ['permalink: /port/', 'permalink: /port/', '/es/port/'],
    ['permalink: /en/port/', 'permalink: /en/port/', '/es/port/'],
    ['url: /en/port', 'url: /en/port', '/es/port'],
    ['slug: news/port', 'slug: news/port', 'es/news/port'],
    ['aliases: [/old, older]', 'aliases: [/old, older]', '/es/old'],
    ['redirect_from: [/old/]', 'redirect_from: [/old/]', '/es/old/'],
    ['permalink: /port/', 'permalink: /puerto/', undefined],
    ['permalink: /{{ lang }}/port/', 'permalink: /{{ lang }}/port/', undefined],
    ['permalink: /:lang/:title/', 'permalink: /:lang/:title/', undefined],
    ['url: port', 'url: port', undefined],
    ['url: https://example.org/a', 'url: https://example.org/a', undefined],
    ['slug: port', 'slug: port', undefined],
    ['aliases: [old]', 'aliases: [old]', undefined],
  ])('address: %j against %j', (source, output, expected) => {
    const text = (line: string) => `---\ntitle: A\n${line}\n---\nT\n`;
    const found = runChecks([addressCheck], written(text(source)), { output: text(output) });
    expect(found.map((finding) => [finding.level, finding.line, finding.expected])).toEqual(
      expected === undefined ? [] : [['error', 3, [expected]]],
    );
  });

  test.each([
    ['permalink: /port/', '/{locale}/{slug}/'],
    ['permalink: /news/2026/03/harbour/', '/{locale}/news/{year}/{month}/{slug}/'],
    ['url: /en/harbour.html', '/{locale}/{slug}.html'],
    ['slug: news/harbour', '{locale}/news/{slug}'],
  ])('address: for all editions, %s becomes %s', (line, template) => {
    const text = `---\ntitle: A\ndate: 2026-03-02\n${line}\n---\nT\n`;
    const [found] = runChecks([addressCheck], written(text, 'harbour'), { output: text });
    expect(found?.message).toContain(`"${line.split(':')[0]}": "${template}"`);
  });

  test('the same source with two targets', () => {
    const source = 'The harbour is closed today.';
    const es = edition('es', [
      { source, target: 'El puerto está cerrado hoy.' },
      { source, target: 'Hoy cierra el puerto.' },
    ]);
    expect(runChecks([consistencyCheck], es, { output: outputOf(es) })).toMatchObject([
      { segment: 's2', expected: ['El puerto está cerrado hoy.'] },
    ]);
  });

  test('one name in two spellings, but not in two cases', () => {
    const told = (first: string, second: string) => {
      const uk = edition('uk', [
        { source: 'Judge Kavanaugh spoke.', target: `Суддя ${first} говорив.` },
        { source: 'They asked Kavanaugh.', target: `Вони запитали ${second}.` },
      ]);
      return runChecks([nameSpellingsCheck], uk, { output: outputOf(uk) });
    };
    expect(told('Каванаґх', 'Кавенаґх')).toHaveLength(1);
    expect(told('Каванаґх', 'Каванаґха')).toEqual([]);
  });

  test('an edition in the wrong language is an error', () => {
    const target =
      'Der Hafen der Stadt ist seit dem Sturm im März geschlossen, und die Fischer warten darauf, dass er wieder geöffnet wird. '.repeat(2);
    const es = edition('es', [{ source: 'The harbour of the town has been closed.', target }]);
    expect(runChecks([languageCheck], es, { output: target })).toMatchObject([{ level: 'error', got: ['de'] }]);
  });
});
