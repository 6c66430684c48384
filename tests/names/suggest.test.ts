/** What the glossary lacks: names and terms by frequency, and how targets say them. */

import { describe, expect, test } from 'vitest';
import type { Term } from '../../src/glossary/term.ts';
import type { TranslatedSentence } from '../../src/names/renderings.ts';
import { suggestTerms } from '../../src/names/suggest.ts';
import { inProcessCheckout as checkout } from '../support/program.ts';

const suggest = (pairs: readonly TranslatedSentence[], { terms = [] as readonly Term[], least = 2, to = 'es' } = {}) =>
  suggestTerms([pairs], { from: 'en', to, terms, least });

const OTHERS: readonly TranslatedSentence[] = [
  { source: 'Nobody was hurt.', target: 'Nadie resultó herido.' },
  { source: 'The weather was good.', target: 'Hacía buen tiempo en el puerto.' },
  { source: 'They were late again.', target: 'Llegaron tarde otra vez.' },
];
const OFFICE: readonly TranslatedSentence[] = [
  { source: 'The harbour office closed early.', target: 'La oficina del puerto cerró temprano.' },
  { source: 'A clerk of the harbour office said so.', target: 'Lo dijo un empleado de la oficina del puerto.' },
  { source: 'Nobody answers at the harbour office.', target: 'Nadie contesta en la oficina del puerto.' },
  { source: 'It is near the harbour office.', target: 'Está cerca de la oficina del puerto.' },
  { source: 'We asked the harbour office twice.', target: 'Preguntamos dos veces a la capitanía.' },
  { source: 'On Friday the harbour office burned.', target: 'El viernes ardió la capitanía.' },
];

describe('suggestions', () => {
  test('a term with its renderings: unequal ones are counted', () => {
    const [office] = suggest([...OFFICE, ...OTHERS]);
    expect(office).toMatchObject({ source: 'harbour office', kind: 'term', count: 6 });
    expect(office?.said).toEqual([
      { target: 'oficina del puerto', count: 4 },
      { target: 'capitanía', count: 2 },
    ]);
  });

  test('a name of several words is one, in any script', () => {
    const pairs = [
      { source: 'Then Elin Jones left.', target: 'Потім Елін Джонс пішла.' },
      { source: 'A friend of Elin Jones came.', target: 'Прийшов друг, якого має Елін Джонс.' },
      ...OTHERS.map(({ source }) => ({ source, target: 'Нічого не сталося.' })),
    ];
    expect(suggest(pairs, { to: 'uk' })).toEqual([
      { source: 'Elin Jones', kind: 'name', count: 2, said: [{ target: 'Елін Джонс', count: 2 }] },
    ]);
  });

  test('a name in katakana is whole, though the segmenter cuts it, and its parts are joined by a dot', () => {
    const pairs = [
      { source: 'Then Brett Kavanaugh left.', target: 'それからブレット・カバノー氏は去った。' },
      { source: 'A friend of Brett Kavanaugh came.', target: 'ブレット・カバノー氏の友人が来た。' },
      ...OTHERS.map(({ source }) => ({ source, target: '何も起こらなかった。' })),
    ];
    expect(suggest(pairs, { to: 'ja' })).toMatchObject([{ source: 'Brett Kavanaugh', said: [{ target: 'ブレット・カバノー', count: 2 }] }]);
  });

  test('a name is shown without its endings, and a country as CLDR calls it', () => {
    const pairs = [
      { source: 'Then Washington answered.', target: 'Тогда ответил Вашингтон.' },
      { source: 'People from Washington came.', target: 'Приехали люди из Вашингтона.' },
      { source: 'They wrote to Washington.', target: 'Они написали Вашингтону.' },
      { source: 'They left Bolivia at noon.', target: 'Они покинули север Боливии в полдень.' },
      { source: 'People from Bolivia came.', target: 'Приехали люди из Боливии.' },
      ...OTHERS.map(({ source }) => ({ source, target: 'Ничего не случилось.' })),
    ];
    expect(suggest(pairs, { to: 'ru' })).toMatchObject([
      { source: 'Washington', said: [{ target: 'Вашингтон', count: 3 }] },
      { source: 'Bolivia', said: [{ target: 'Боливия', count: 2 }] },
    ]);
  });

  test('a common word of a longer name is none, and small words are no term', () => {
    const pairs = [
      { source: 'He left the National Weather Service years ago.', target: 'Dejó el Servicio Meteorológico Nacional hace años.' },
      { source: 'The National Hurricane Center closed years ago.', target: 'El Centro Nacional de Huracanes cerró hace años.' },
      ...OTHERS,
    ];
    expect(suggest(pairs).map(({ source }) => source)).toEqual([]);
  });

  test('the forms of one word are one rendering, and what a few sentences are about is none of a name', () => {
    const pairs = [
      { source: 'They left Norway at noon.', target: 'Вони покинули Норвегію опівдні.' },
      { source: 'Then Norway answered.', target: 'Потім Норвегія відповіла.' },
      { source: 'People from Norway came.', target: 'Приїхали люди з Норвегії.' },
      { source: 'The storm near Skerry grew.', target: 'Буря біля узбережжя посилилася.' },
      { source: 'A storm hit Skerry again.', target: 'Буря знову вдарила.' },
      ...OTHERS.map(({ source }) => ({ source, target: 'Нічого не сталося.' })),
    ];
    expect(suggest(pairs, { to: 'uk' })).toEqual([
      { source: 'Norway', kind: 'name', count: 3, said: [{ target: 'Норвегія', count: 3 }] },
      { source: 'Skerry', kind: 'name', count: 2, said: [] },
    ]);
  });

  test('what the glossary has, what is too seldom, and parts of a longer one are left out', () => {
    expect(suggest([...OFFICE, ...OTHERS], { terms: [{ source: 'harbour office', target: 'capitanía' }] })).toEqual([]);
    expect(suggest([...OFFICE, ...OTHERS], { least: 7 })).toEqual([]);
    expect(suggest([...OFFICE, ...OTHERS]).map(({ source }) => source)).toEqual(['harbour office']);
  });

  test('sentences without a target count, and say nothing', () => {
    const pairs = OFFICE.map(({ source }) => ({ source }));
    expect(suggest(pairs)).toEqual([{ source: 'harbour office', kind: 'term', count: 6, said: [] }]);
  });
});

test('the command: lines, rows and JSON', async () => {
  const body = ['The harbour office closed early.', 'We asked the harbour office twice.', 'It is near the harbour office.'].join('\n\n');
  const project = checkout({ 'articles/en/story.md': `# A story\n\n${body}\n` });
  await project.run('translate');
  const lines = await project.run('glossary', 'suggest', 'es');
  expect(lines).toMatchObject({ code: 0, stderr: '' });
  expect(lines.stdout).toContain('es  3  harbour office: HARBOUR OFFICE');
  const rows = await project.run('glossary', 'suggest', 'es', '--csv');
  expect(rows.stdout.split('\n').slice(0, 2)).toEqual([
    'source,target,kind,status,case,forms,variants,forbidden,compounds,indeclinable,note',
    'harbour office,HARBOUR OFFICE,term,,,,,,,,',
  ]);
  const json = await project.run('glossary', 'suggest', '--to', 'es', '--min', '3', '--json');
  expect(json.summary).toEqual({ type: 'summary', suggestions: 1 });
  expect((await project.run('glossary', 'suggest', 'es', '--min', 'many')).code).toBe(2);
});
