/** The check of names: what it says, once or as a note, and how it is waived. */

import { describe, expect, test } from 'vitest';
import { namesCheck } from '../../src/checks/names.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { edition, findingsOf, outputOf, type Pair } from './support.ts';

const told = (locale: string, pairs: readonly Pair[]) => {
  const of = edition(locale, pairs);
  return runChecks([namesCheck], of, { output: outputOf(of) }).map(
    ({ segment, expected, level }) => `${segment} ${expected?.join()} ${level}`,
  );
};

test('a name that the target lacks is a note with the name expected', () => {
  const [finding] = findingsOf(namesCheck, 'es', 'A spokesman for Pelosi said so.', 'Un portavoz de la escama lo dijo.');
  expect(finding).toMatchObject({ check: 'names', level: 'note', message: '"Pelosi" is not in the target', expected: ['Pelosi'] });
});

test('what the edition always says otherwise is told once', () => {
  const pair = { source: 'They sell Microsoft there.', target: 'Там продають яблука.' };
  expect(told('uk', [pair, { ...pair, source: 'We bought Microsoft here.' }])).toEqual(['s1 Microsoft note']);
});

test('Chinese characters tell no sounds: a name is missed there where the edition says it one way elsewhere', () => {
  expect(told('zh', [{ source: 'They sell Microsoft there.', target: '他们在那里卖微软。' }])).toEqual([]);
});

test('a common word is a name where the edition keeps it in all other sentences', () => {
  const kept = [1, 2, 3].map((day) => ({ source: `On day ${day} the Rangers won.`, target: `El día ${day} ganaron los Rangers.` }));
  const lost = { source: 'Later the Rangers lost.', target: 'Luego perdieron los guardabosques.' };
  expect(told('es', [...kept, lost])).toEqual(['s4 Rangers note']);
  expect(told('es', [{ source: 'Later the Rangers lost.', target: 'Luego perdieron los guardabosques.' }])).toEqual([]);
});

test('a sentence that a person left out, and a sentence without names, say nothing', () => {
  expect(told('es', [{ source: 'They met Pelosi.', target: '', state: 'reviewed' }])).toEqual([]);
  expect(told('es', [{ source: 'they met nobody.', target: 'no se reunieron con nadie.' }])).toEqual([]);
});

test('a name that stays beside another, which was replaced, is told with what is in its place', () => {
  const [finding] = findingsOf(namesCheck, 'es', 'A rally of Donald Trump ended.', 'Terminó un mitin de Donald Livingston.');
  expect(finding).toMatchObject({
    message: '"Trump" is "Livingston" in the target',
    expected: ['Trump'],
    got: ['Livingston'],
    level: 'note',
  });
});

test('a name that the edition says in a way of its own is told where it is missing, and nowhere else', () => {
  const rest = [1, 2, 3].map((day) => ({ source: `It rained on day ${day}.`, target: `第${day}天下雨了。` }));
  const said = ['They sell', 'We bought', 'He uses', 'She has'].map((start, at) => ({
    source: `${start} Microsoft there.`,
    target: `${['他们卖', '我们买了', '他用', '她有'][at]}微软的产品。`,
  }));
  expect(told('zh', [...rest, ...said])).toEqual([]);
  expect(told('zh', [...rest, ...said, { source: 'Now Microsoft lost.', target: '现在苹果输了。' }])).toEqual(['s8 Microsoft note']);
});

test('a name too short or too common for its sounds is told where the edition says it one way in all other sentences', () => {
  const rest = [1, 2, 3].map((day) => ({ source: `It rained on day ${day}.`, target: `Йшов дощ, день ${day}.` }));
  const said = ['They met', 'We saw', 'He asked', 'She heard'].map((start, at) => ({
    source: `${start} Mr Ri Yong Ho there.`,
    target: `${['Вони зустріли', 'Ми бачили', 'Він спитав', 'Вона чула'][at]} там пана Лійонхо.`,
  }));
  expect(told('uk', [...rest, ...said, { source: 'Then Ri left.', target: 'Тоді Лійонхо пішов.' }])).toEqual([]);
  expect(told('uk', [...rest, ...said, { source: 'Then Ri left.', target: 'Тоді Швеція пішла.' }])).toEqual(['s8 Ri note']);
});

test.each([
  ['es', 'They own Jaguar Land Rover.', 'Poseen Jaguar Land ansiedad.', 'Rover'],
  ['uk', 'The Aviation Safety Network says so.', 'Так каже Aviation тривала Network.', 'Safety'],
])('%s: a common word of a name, whose place another word has between what stays', (locale, source, target, name) => {
  expect(told(locale, [{ source, target }])).toEqual([`s1 ${name} note`]);
});

test.each([
  ['a phrase that goes on', 'es', 'They saw Kelly Humphreys there.', 'Vieron a Kelly ayer allí, a Humphreys.'],
  ['another order', 'es', 'They left the Etihad Stadium.', 'Salieron del estadio Etihad.'],
  ['a headline', 'es', 'Hurricane Rosa Threatening Phoenix Again', 'El huracán Rosa amenaza Phoenix'],
  ['a form of the word', 'de', 'They left the Etihad Stadium.', 'Sie verließen das Etihad Stadion.'],
])('%s is no other word in a name', (_kind, locale, source, target) => {
  expect(told(locale, [{ source, target }])).toEqual([]);
});

test('in a text in another script a word in Latin letters that the source has not is in the place of a name', () => {
  const said = (target: string) =>
    findingsOf(namesCheck, 'he', 'The next day Pelosi spoke in Chicago.', target).map(({ message }) => message);
  expect(said('למחרת Monkey דיברה בשיקגו.')).toEqual(['"Pelosi" is "Monkey" in the target']);
  expect(said('למחרת פלוסי (Pelosi) דיברה בשיקגו.')).toEqual([]);
});

test('nobody keeps half of a name in Latin letters: the other half is gone', () => {
  const said = (target: string) => findingsOf(namesCheck, 'zh', 'The stylist Luke Armitage left.', target).map(({ message }) => message);
  expect(said('造型师 Luke 超市 离开了。')).toEqual(['"Armitage" is "超市" in the target']);
  expect(said('造型师 Luke Armitage 离开了。')).toEqual([]);
  expect(said('造型师卢克·阿米蒂奇离开了。')).toEqual([]);
});

describe('what other sentences of the edition show', () => {
  test('a name that they write closely is lacking where the nearest word is far less like it', () => {
    const said = { source: 'They met Palin there.', target: 'التقوا هناك بالين.' };
    const lost = { source: 'Later we saw Palin leave.', target: 'بعد ذلك رأينا النصر.' };
    expect(told('ar', [lost])).toEqual([]);
    expect(told('ar', [said, lost])).toEqual(['s2 Palin note']);
    expect(told('ar', [said, { ...lost, target: 'بعد ذلك رأينا بالين.' }])).toEqual([]);
  });

  test('names that they keep in Latin letters are not written in another way in one sentence', () => {
    const kept = ['Celesio', 'Revlon', 'Lidl', 'Debenhams'].map((name, at) => ({
      source: `On day ${at} we saw ${name} there.`,
      target: `第${at}天我们在那里看到了 ${name}。`,
    }));
    const lost = { source: 'They sell Tweezerman there.', target: '他们在那里卖苹果。' };
    expect(told('zh', [...kept, lost])).toEqual(['s5 Tweezerman note']);
    expect(told('zh', [lost])).toEqual([]);
  });
});

test.each([
  [
    'in brackets behind its writing',
    'The player Evo Morales left.',
    '球员埃沃·莫拉莱斯（Evo 资格）离开了。',
    '"Morales" is "资格" in the target',
  ],
  [
    'another word in Latin letters',
    'The player Alisson Becker left.',
    '球员阿利松·贝克尔（Alisson Monkey）离开了。',
    '"Becker" is "Monkey" in the target',
  ],
])('half of a name is gone %s', (_kind, source, target, message) => {
  expect(findingsOf(namesCheck, 'zh', source, target).map((finding) => finding.message)).toEqual([message]);
});

test('a word in Latin letters that the source has only within a word is a stranger', () => {
  const said = findingsOf(namesCheck, 'he', 'After the restart Pelosi spoke in Chicago.', 'לאחר החזרה Struan דיברה בשיקגו.');
  expect(said.map(({ message }) => message)).toEqual(['"Pelosi" is "Struan" in the target']);
});
