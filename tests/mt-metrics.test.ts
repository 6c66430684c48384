/** What sacreBLEU 2.6.0 gives: `BLEU()` (tokenizer 13a, `char` for Chinese) and `CHRF(word_order=2)` of a set with one reference. */

import { expect, test } from 'vitest';
import { faultsInMeasured, measuredPart, withMeasured } from '../scripts/measured-engines.ts';
import { bleu, chrfPlusPlus } from '../scripts/mt-metrics.ts';

test.each([
  [
    'spanish',
    [
      'El presidente dijo que el 4,5 % de los votos fue suyo.',
      '"No", contestó; la reunión -de tres horas- acabó a las 10:30.',
      'Nada.',
      '¿Qué pasó con los $1,000,000 de EE.UU. en 2018-2019?',
    ],
    [
      'El presidente dijo que el 4,5 % de los votos era suyo.',
      '«No», respondió; la reunión (de tres horas) acabó a las 10:30.',
      'No pasó nada.',
      '¿Qué ocurrió con el $1,000,000 de EE.UU. en 2018-2019?',
    ],
    'es',
    60.5279,
    70.3106,
  ],
  ['chinese', ['总统说政府会赢。', '没有人来 2018 年。'], ['总统表示政府将会获胜。', '2018 年没有人来。'], 'zh', 38.9095, 27.3597],
  ['no run of four', ['a b c d e', 'x y'], ['a x c y e', 'x z'], 'en', 13.1345, 16.3265],
  ['nothing', ['abc'], ['xyz'], 'en', 0.0, 0.0],
  [
    'entities',
    ['He said &quot;A &amp; B&quot; it was state-of-the-art, 3-4 times 1.5.', '😀 and more of the same words here'],
    ['He said "A & B" it was state-of-the-art, 3-4 times 1.5.', '😀 and some more of the same words there'],
    'en',
    85.6887,
    72.6323,
  ],
] as const)('%s', (_, translations, references, locale, bleuScore, chrfScore) => {
  expect(bleu(translations, references, locale)).toBeCloseTo(bleuScore, 3);
  expect(chrfPlusPlus(translations, references)).toBeCloseTo(chrfScore, 3);
});

test('the part of the page: written between its marks, and held to its form', () => {
  const page = 'Before\n<!-- npm run bench:engines -->\n<!-- end -->\nAfter\n';
  expect(faultsInMeasured(page)).not.toEqual([]);
  expect(faultsInMeasured('Before\n')).toEqual(['no place for the figures of npm run bench:engines']);
  const rows = [{ from: 'en', to: 'es', engine: 'apertium', bleu: 16.08, chrf: 44.64 }];
  const written = withMeasured(page, measuredPart(rows, [{ engine: 'deepl', needs: 'a key' }], 1007));
  expect(written).toContain('| en → es | apertium | 16.1 | 44.6 |\n\nNot measured here:\n\n- deepl: a key\n<!-- end -->\nAfter\n');
  expect(faultsInMeasured(written)).toEqual([]);
  expect(faultsInMeasured(written.replace('44.6', '144.6'))).toEqual(['no figures: | en → es | apertium | 16.1 | 144.6 |']);
  expect(withMeasured(written, measuredPart(rows, [], 1007))).not.toContain('deepl');
});
