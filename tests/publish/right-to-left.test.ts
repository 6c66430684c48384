import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/frontmatter/article-date.ts';
import { nothingFound, type Shape } from '../../src/publish/body/body-tree.ts';
import { signedNumbers } from '../../src/publish/body/signed-numbers.ts';
import { toMarkup } from '../../src/publish/body/to-markup.ts';
import { createChromes } from '../../src/publish/page/chrome.ts';
import { noteText } from '../../src/publish/page/disclosure.ts';
import { html } from '../../src/publish/page/html-tag.ts';
import { name, namesOf, prose, sentence } from '../../src/publish/page/reader-words.ts';
import { uiStrings } from './newsroom.ts';

function markup(body: string, direction: 'ltr' | 'rtl'): string {
  const shape: Shape = {
    words: { table: 'T', image: 'I', embed: 'E', alert: () => '' },
    direction,
    ...{ title: '', sourceAnchors: undefined, aliases: new Map<string, number>(), moved: {} },
    link: (href: string) => href,
    image: () => undefined,
    ...{ picture: () => undefined, media: () => undefined, embed: () => undefined, frame: () => undefined, shortcodes: false },
    players: { video: 'V', audio: 'A' },
    card: () => ({ load: '', note: '', open: '', language: undefined }),
    found: nothingFound(),
  };
  const words = { heading: 'N', back: (reference: string) => reference };
  return toMarkup(body, { dialect: 'md', extensions: [], locale: direction === 'rtl' ? 'ar' : 'en', words }, shape).replace(/\n/g, '');
}

const cells = (html: string) => [...html.matchAll(/<td[^>]*>.*?<\/td>/g)].map(([cell]) => cell);

describe('numbers in text from the right', () => {
  it.each([
    ['بلغت -4.7 درجة', ['-4.7']],
    ['بين +2.1% و\u22123,5%', ['+2.1%', '\u22123,5%']],
    ['(-12)', ['-12']],
    ['−€3.20', ['−€3.20']],
    ['۴٫۷ و -۴٫۷', ['-۴٫۷']],
    ['عام 2015-2026', []],
    ['كوفيد-19 و A-4', []],
    ['تراجع - 20 شخصا', ['- 20']],
    ['12,724', []],
    ['نحو +3 °C و -4.7 %', ['+3 °C', '-4.7 %']],
    ['(\u221212,5 €) $-3', ['\u221212,5 €', '$-3']],
    ['-5 km/h ثم -12 kWh', ['-5 km/h', '-12 kWh']],
    ['-20 NASA', ['-20']],
    ['-3 m²', ['-3 m²']],
    ['-3 mg²x', ['-3']],
    ['اتصل على +34 600 123 456 الآن', ['+34 600 123 456']],
    ['هاتف 01-4567-8901.', ['01-4567-8901']],
    ['+33 (0) 1 44 55 66', ['+33 (0) 1 44 55 66']],
    ['(01) 4567 8901', ['(01) 4567 8901']],
    ['بلغ 1 234 567,5 نسمة', ['1 234 567,5']],
    ['من 2015 إلى 2026، 3-1 و 10:30-11:45', []],
    ['في 2026-11-21', ['2026-11-21']],
    ['بين 10 12 مرة', []],
  ])('%s', (text, signed) => {
    const parts = signedNumbers(text);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter((part) => part.signed).map((part) => part.text)).toEqual(signed);
  });

  it('are isolated in the body, with their signs, but not in code and not in text from the left', () => {
    const body = 'انخفض **-4.7** ثم `-5`';
    expect(markup(body, 'rtl')).toBe('<p>انخفض <strong><bdi dir="ltr">-4.7</bdi></strong> ثم <code>-5</code></p>');
    expect(markup('fell by -4.7', 'ltr')).toBe('<p>fell by -4.7</p>');
  });

  it('are whole in the cells of a table, with unit and currency', () => {
    const table = '| أ | ب |\n|---|---|\n| x | -4.7 |\n| y | 12 km/h |\n| z | 3.20 € |\n| w | ١٢ |\n';
    expect(cells(markup(table, 'rtl'))).toEqual([
      '<td>x</td>',
      '<td class="number"><bdi dir="ltr">-4.7</bdi></td>',
      '<td>y</td>',
      '<td class="number"><bdi dir="ltr">12 km/h</bdi></td>',
      '<td>z</td>',
      '<td class="number"><bdi dir="ltr">3.20 €</bdi></td>',
      '<td>w</td>',
      '<td class="number">١٢</td>',
    ]);
  });
});

it('no figure, day or range of a cell is broken over two lines; sentences are', () => {
  const row = '| h | h | h | h | h | h |\n|---|:-:|---|---|---|---|\n| 12.5 % | 2026-11-21 | 10–12 °C | +34 600 12 34 | in 2026 | a |\n';
  for (const direction of ['ltr', 'rtl'] as const)
    expect(cells(markup(row, direction)).map((cell) => / class="(?:\w+ )*figure"/.test(cell))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
});

describe('columns of figures', () => {
  const column = (line: string, ...values: string[]) => `| h |\n|${line}|\n${values.map((value) => `| ${value} |\n`).join('')}`;
  it.each([
    ['figures', 'ltr', column('---', '1', '22'), true],
    ['figures with empty cells', 'ltr', column('---:', '1', '–', '3,000'), true],
    ['words', 'ltr', column('---', '1', 'two'), false],
    ['one figure', 'ltr', column('---', '1'), false],
    ['what the author set at the start', 'ltr', column(':---', '1', '22'), false],
    ['the same from the right, where the start is the right', 'rtl', column(':---', '1', '22'), true],
    ['what the author set at the end', 'rtl', column('---:', '1', '22'), true],
    ['what the author set in the middle', 'rtl', column(':---:', '1', '22'), false],
    ['years and names', 'ltr', column('---', '2015', 'B4'), false],
  ] as const)('%s, %s', (_, direction, table, isNumber) => {
    const html = markup(table, direction);
    expect(/<th (?=[^>]*class="number")/.test(html)).toBe(isNumber);
    expect(cells(html).every((cell) => cell.includes('class="number"'))).toBe(isNumber);
  });
});

it.each([
  ['de', 'Haushalt wächst um 3,2 % auf 41 €', 'Haushalt wächst um <span class="figure">3,2 %</span> auf <span class="figure">41 €</span>'],
  ['ar', 'نمو 3.2 % ثم -4.7 %', 'نمو <span class="figure">3.2 %</span> ثم <bdi dir="ltr">-4.7 %</bdi>'],
  ['en', '12 runners & 3 kinds', '12 runners & 3 kinds'],
])('a headline of %s parts no figure from its sign', (locale, words, markup) => {
  expect(html`${prose(words, locale)}`.markup.replaceAll('&amp;', '&')).toBe(markup);
});

it('in a sentence that the language lacks, what is put in is said to be of the page', () => {
  const t = createChromes({ en: uiStrings('en'), sr: {} }, 'en', ['sr']).in('sr');
  expect(sentence(t, 'article.by', 'authors', name('Ада')).markup).toBe(
    '<span lang="en" dir="ltr">By <span lang="sr" dir="ltr"><bdi>Ада</bdi></span></span>',
  );
  const told = { options: { states: { machine: { note: true } } }, chrome: () => t, sourceLocale: 'en' } as never;
  const edition = { locale: 'sr', state: 'machine', fields: {} } as never;
  expect(noteText(told, edition, undefined)).toContain('Original language: English');
});

it('isolates the names of a byline, whatever the words around them', () => {
  const t = createChromes({ en: uiStrings('en'), ar: uiStrings('ar') }, 'en', ['ar']).in('ar');
  const names = ['Ada (AFP)', 'نور'].map((text) => [text, name(text)] as const);
  expect(sentence(t, 'article.by', 'authors', namesOf(names, 'ar')).markup).toBe('بقلم <bdi>Ada (AFP)</bdi> و<bdi>نور</bdi>');
});

it.each([
  ['he', ['דן', 'יעל'], 'דן ויעל'],
  ['he', ['דן', 'Ada'], 'דן ו-Ada'],
  ['es', ['Ada', 'Isabel'], 'Ada e Isabel'],
  ['es', ['Ada', 'Nour'], 'Ada y Nour'],
  ['th', ['Ada', 'Tomàs'], 'Ada และ Tomàs'],
  ['th', ['สมชาย', 'Ada'], 'สมชายและ Ada'],
  ['th', ['สมชาย', 'สมหญิง'], 'สมชายและสมหญิง'],
  ['ja', ['Ada', '田中'], 'Ada、田中'],
  ['uk', ['Ада', 'Ігор', 'Олег'], 'Ада, Ігор і Олег'],
])('joins names as %s does: %j', (locale, texts, joined) => {
  const names = texts.map((text) => [text, name(text)] as const);
  expect(namesOf(names, locale).markup.replace(/<\/?bdi>/g, '')).toBe(joined);
});

it('a zone keeps its sign before its number behind letters from the right; marks that CLDR sets are not doubled', () => {
  const shown = (locale: string) => formatDate('2026-03-20T05:40:00Z', locale, 'Europe/Madrid');
  expect(shown('ar')).toMatch(/غرينتش\u200e\+1$/);
  for (const locale of ['he', 'fa']) expect(shown(locale)).not.toContain('\u200e\u200e');
  for (const locale of ['en', 'es']) expect(shown(locale)).not.toContain('\u200e');
});
