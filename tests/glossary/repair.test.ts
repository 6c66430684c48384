import { describe, expect, it } from 'vitest';
import type { Mark, Text } from '../../src/article.ts';
import { repairTerm } from '../../src/glossary/repair.ts';
import type { TargetTerm } from '../../src/glossary/uses.ts';
import { words } from '../../src/text.ts';

const person = (target: string, more: Partial<TargetTerm> = {}): TargetTerm => ({ target, kind: 'person', ...more });
const place = (target: string, more: Partial<TargetTerm> = {}): TargetTerm => ({ target, kind: 'place', ...more });

describe('repairTerm', () => {
  it.each<[string, string, string, TargetTerm, string, string[]?]>([
    // A former target, with its ending.
    ['uk', 'Зустріч з Ердоганом.', 'Зустріч з Ердоґаном.', person('Ердоґан'), 'previous', ['Ердоган']],
    [
      'uk',
      'Реджепа Тайіпа Ердогана чекали.',
      'Реджепа Тайїпа Ердогана чекали.',
      person('Реджеп Тайїп Ердоган'),
      'previous',
      ['Реджеп Тайіп Ердоган'],
    ],
    ['ru', 'С Киевской Русью.', 'С Киевской Русью.', place('Киевская Русь'), ''],
    ['pl', 'Kavanaugh’a nie było.', 'Kavanagh’a nie było.', person('Kavanagh'), 'previous', ['Kavanaugh']],
    ['tr', 'Obama’nın sözleri', 'Erdoğan’ın sözleri', person('Erdoğan'), 'previous', ['Obama']],
    // Every place, and words of another declension.
    ['uk', 'Греєм і Греєма.', 'Грем і Грема.', person('Грем', { variants: ['Греєм'] }), 'variant'],
    ['ru', 'В Турцией всё', 'В Турцией всё', place('Турция'), ''],
    ['es', 'El pavo votó.', 'El Turquía votó.', place('Turquía', { variants: ['Pavo', 'pavo'] }), 'variant'],
    [
      'es',
      'Los Transbordadores de noche zarpan.',
      'Los Transbordadores nocturnos zarpan.',
      { target: 'transbordador nocturno', kind: 'term', variants: ['transbordador de noche'] },
      'variant',
    ],
    [
      'es',
      'El Día De Agua Mundial llega.',
      'El Día Mundial del Agua llega.',
      { target: 'Día Mundial del Agua', kind: 'term', variants: ['Día de Agua Mundial'] },
      'variant',
    ],
    // Foreign words have plurals of their own, and some have none.
    ...(
      [
        ['es', 'Los transbordadores zarpan.', 'Los ferrys zarpan.', 'ferry', 'transbordador'],
        ['es', 'Los microprocesadores fallan.', 'Los chips fallan.', 'chip', 'microprocesador'],
        ['es', 'Los clubs pierden.', 'Los equipos pierden.', 'equipo', 'club'],
        ['es', 'Los túneles cierran.', 'Los convoyes cierran.', 'convoy', 'túnel'],
        ['es', 'Los autobuses nuevos paran.', 'Los ferrys rápidos paran.', 'ferry rápido', 'autobús nuevo'],
        ['fr', 'Les navires partent.', 'Les bateaux partent.', 'bateau', 'navire'],
        ['it', 'I traghetti partono.', 'I ferry partono.', 'ferry', 'traghetto'],
        ['pt', 'Os navios partem.', 'Os robots partem.', 'robot', 'navio'],
        ['en', 'The ships leave.', 'The ferries leave.', 'ferry', 'ship'],
        ['nl', 'De taxi’s varen.', 'De ferry’s varen.', 'ferry', 'taxi'],
        ['de', 'Die Fähren legen ab.', 'Die Ferrys legen ab.', 'Ferry', 'Fähre'],
      ] as const
    ).map(([locale, before, after, target, variant]): [string, string, string, TargetTerm, string] => [
      locale,
      before,
      after,
      { target, kind: 'term', variants: [variant] },
      'variant',
    ]),
    ['es', 'NOS enviamos.', 'Estados Unidos enviamos.', place('Estados Unidos', { variants: ['NOS'] }), 'variant'],
    ['es', 'LONDON CALLING', 'LONDRES CALLING', place('Londres', { variants: ['London'] }), 'variant'],
    ['uk', 'у Києві', 'у Києві', place('Київ'), ''],
    // One letter.
    ['uk', 'Сказав Тремп учора.', 'Сказав Трамп учора.', person('Трамп'), 'letter'],
    ['uk', 'Разом із Джонсоонм.', 'Разом із Джонсоном.', person('Джонсон'), 'letter'],
    ['uk', 'Разом із Джнсоном.', 'Разом із Джонсоном.', person('Джонсон'), 'letter'],
    ['pl', 'Mowa Johnsna trwała.', 'Mowa Johnsona trwała.', person('Johnson'), 'letter'],
    ['de', 'In Winconsin.', 'In Wisconsin.', place('Wisconsin'), 'letter'],
    ['es', 'En Wiscnsin.', 'En Wisconsin.', place('Wisconsin'), 'letter'],
    ['tr', 'Wiscnsin’de', 'Wisconsin’de', place('Wisconsin'), 'letter'],
    // Another transcription.
    ['uk', 'Приїхав Уейд Сімс.', 'Приїхав Вейд Сімс.', person('Вейд Сімс'), 'letter'],
    ['uk', 'Приїхала Ґалаґер.', 'Приїхала Галлагер.', person('Галлагер'), 'transliteration'],
  ])('%s: %s', (locale, target, expected, term, rule, previous = []) => {
    const repair = repairTerm([target], term, locale, { previous });
    expect(repair === undefined ? target : words(repair.text)).toBe(expected);
    expect(repair?.rule ?? '').toBe(rule);
  });

  it.each<[string, string, TargetTerm]>([
    ['the term stands, though a variant does too', 'Трамп і Трумп', person('Трамп', { variants: ['Трумп'] })],
    ['a common noun is one letter off another', 'великий сад', { target: 'суд', kind: 'term' }],
    ['the name is part of a longer one', 'лист від Марії Форт Вейн', person('Форд')],
    ['the name is joined to another', 'Батон-Рус', place('Руж')],
    ['a word derived from it stands', 'тексаський', place('Техас', { variants: ['Тексас'], forms: ['тексаський'] })],
    ['two words are wrong', 'Доналт Тремп', person('Дональд Трамп')],
  ])('leaves a text alone where %s', (_, target, term) => {
    expect(repairTerm([target], term, 'uk')).toBeUndefined();
  });

  it('leaves marks where they are, and does not reach across them', () => {
    const open: Mark = { role: 'open', id: '1', source: '**' };
    const close: Mark = { role: 'close', id: '1', source: '**' };
    const text: Text = ['Сказав ', open, 'Тремп', close, ' учора.'];
    expect(repairTerm(text, person('Трамп'), 'uk')?.text).toEqual(['Сказав ', open, 'Трамп', close, ' учора.']);
    const broken: Text = ['Сказав Тре', open, 'мп', close, ' учора.'];
    expect(repairTerm(broken, person('Трамп'), 'uk')).toBeUndefined();
  });
});
