import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareNumbers } from '../../src/numbers.ts';

/** English, then a translation that says the same numbers. */
const same: readonly [locale: string, source: string, target: string][] = [
  ['uk', 'More than 40,000 people came.', 'Прийшло понад 40 тис. людей.'],
  ['uk', 'More than 40,000 people came.', 'Прийшло понад 40 000 людей.'],
  ['de', 'More than 40,000 people came.', 'Mehr als 40.000 Menschen kamen.'],
  ['ja', 'A fine of $350,000 was paid.', '罰金35万ドルが支払われた。'],
  ['ja', 'It was sold for £125m.', '1億2,500万ポンドで売却された。'],
  ['zh', 'More than 5.5 million fled.', '550多万人逃离。'],
  ['hi', 'The scheme costs 20 million rupees.', 'योजना की लागत 2 करोड़ रुपये है।'],
  ['hi', 'It has 3,000 members.', 'इसके ३,००० सदस्य हैं।'],
  ['ar', 'More than 30,000 crossed in 1953.', 'عبر أكثر من ٣٠٬٠٠٠ شخص عام ١٩٥٣.'],
  ['fa', 'More than 30,000 crossed in 1953.', 'بیش از ۳۰ هزار نفر در سال ۱۹۵۳ عبور کردند.'],
  ['es', 'The market is worth £2.8bn.', 'El mercado vale 2800 millones de libras.'],
  ['fr', 'The market is worth £2.8bn.', 'Le marché vaut 2,8 milliards de livres.'],
  ['es', 'The game starts at 3 p.m. on Thursday.', 'El partido empieza el jueves a las 15:00.'],
  ['ja', 'The perfect time is 5.30pm.', '最適な時間は午後5時半。'],
  ['cs', 'He was found at 7.55am.', 'Našli ho v 7:55.'],
  ['pl', 'The 19th century', 'Wiek XIX'],
  ['uk', 'In the 20th century', 'У ХХ столітті'],
  ['ar', 'In the 1930s they moved.', 'انتقلوا في ثلاثينيات القرن العشرين.'],
  ['zh', 'In the 1980s he studied.', '他在20世纪80年代学习。'],
  ['pl', 'A 42-year-old mechanic', 'czterdziestodwuletni mechanik'],
  ['fi', 'She waited for 18 months.', 'Hän odotti kahdeksantoista kuukautta.'],
  ['hu', 'She waited for 12 months.', 'Tizenkét hónapig várt.'],
  ['el', 'She has 3 children.', 'Έχει τρία παιδιά.'],
  ['ko', 'She has 3 children.', '그녀는 아이가 세 명 있다.'],
  ['vi', 'The bill of 2 billion dong', 'Hóa đơn 2 tỷ đồng'],
  ['ro', 'About 21 million people', 'Aproximativ 21 de milioane de oameni'],
  ['pt', 'About 21 million people', 'Cerca de 21 milhões de pessoas'],
  ['sv', 'The fourth of 4 goals in 1999', 'Det fjärde av fyra mål 1999'],
  ['de', 'It is 385 miles away.', 'Es ist 620 Kilometer entfernt.'],
  ['uk', 'From about 30 yards', 'З відстані приблизно 27 метрів'],
  ['uk', 'The 6-foot-6 forward', 'Форвард зростом 198 см'],
  ['es', 'It was 86 degrees outside.', 'Fuera hacía 30 °C.'],
  ['uk', 'They won 1-0 on 30 September 2018.', '30.09.2018 вони перемогли 1:0.'],
  ['ja', 'It happened on May 30, 2005.', 'それは2005年5月30日に起きた。'],
  ['de', 'during the 1950-53 war', 'im Krieg von 1950 bis 1953'],
  ['es', 'a lead of 14½ to 13½', 'una ventaja de 14,5 a 13,5'],
  ['fr', 'sold for half a million and 70 more', 'vendu 500 000 et soixante-dix de plus'],
  ['es', 'two million people', '2 millones de personas'],
  ['he', 'The room has 2 doors.', 'לחדר שתי דלתות.'],
];

const table = readFileSync(join(import.meta.dirname, 'numbers.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | ') as [string, string, string]);

const different: readonly [locale: string, source: string, target: string, missing: string[], extra: string[]][] = [
  ['ko', 'They met 5 people.', '그들은 이번 주 사람들을 만났다.', ['5'], []],
  ['es', 'The market is worth £2.8bn.', 'El mercado vale 2,8 millones de libras.', ['2.8bn'], ['2,8 millones']],
  ['pl', 'more than $100 million', 'ponad 100 mld USD', ['100 million'], ['100 mld']],
  ['uk', 'It killed 1,127 people.', 'Загинули 1197 людей.', ['1,127'], ['1197']],
  ['de', 'She is 34 and he is 36.', 'Sie ist 34.', ['36'], []],
  ['fr', 'They came in spring.', 'Ils sont venus en 2019.', [], ['2019']],
  ['ja', 'They scored 7 goals.', '彼らは8ゴールを決めた。', ['7'], ['8']],
  ['de', 'It is 385 miles away.', 'Es ist 385 Kilometer und 12 Meter entfernt.', [], ['12']],
];

describe('numbers', () => {
  test.each([...same, ...table])('%s: %s = %s', (locale, source, target) => {
    expect(compareNumbers(source, target, 'en', locale)).toEqual({ missing: [], extra: [] });
  });

  test.each(different)('%s: %s ≠ %s', (locale, source, target, missing, extra) => {
    const found = compareNumbers(source, target, 'en', locale);
    expect(found.missing.map((figure) => figure.raw)).toEqual(missing);
    expect(found.extra.map((figure) => figure.raw)).toEqual(extra);
  });

  test('a language without tables compares what figures say', () => {
    expect(compareNumbers('12 of 15', '12/15', 'en', 'xh')).toEqual({ missing: [], extra: [] });
  });
});

test('thousands of figures in a sentence are told without a look for their words', () => {
  const source = `The figures: ${Array.from({ length: 12_000 }, (_, at) => at + 1_000).join('; ')}.`;
  expect(compareNumbers(source, 'The figures are thirteen hundred.', 'en', 'en').missing).toHaveLength(12_000);
});
