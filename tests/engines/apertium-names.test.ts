/** Names that Apertium does not know: they go through as they are, and what is around them is translated as around a name. */

import { afterAll, describe, expect, test } from 'vitest';
import { candidatesIn, protectNames, restoreNames } from '../../src/engines/apertium/kept-names.ts';
import { apertiumEngine } from '../../src/engines/apertium.ts';
import { nameEvidence } from '../../src/names/source-names.ts';

const engine = apertiumEngine();
const has = engine.refuses?.('en', 'es') === undefined;
if (!has) console.log('skipped: no Apertium en -> es on this machine');
afterAll(() => engine.close?.());

const translate = async (texts: string[], context = {}) =>
  engine.translate({ texts, from: 'en', to: 'es', contexts: texts.map(() => context) }, new AbortController().signal);

describe.skipIf(!has)('en -> es', () => {
  test('a word with a capital within a sentence that the analyser takes for a noun', async () => {
    expect(await translate(['Ms. Waters met Mr. Flake in Baton Rouge on Sunday.'])).toEqual([
      'Señora Waters cumplió Señor Flake en Baton Rouge el domingo.',
    ]);
    expect(await translate(["Yesterday Flake's choice had power."])).toEqual(['Ayer la elección de Flake tuvo poder.']);
  });

  test('words of letters and figures stay one word', async () => {
    expect(await translate(['Signatures by ECDSA-P256.', 'The house opens at 10am.', 'They saw the 5G network in the 1990s.'])).toEqual([
      'Firmas por ECDSA-P256.',
      expect.stringContaining(' 10am.'),
      expect.stringMatching(/ 5G .*1990s\.$/),
    ]);
  });

  test('with marks around it', async () => {
    const [answer] = await translate(['He met <g id="1">Mr. Flake</g> there.']);
    expect(answer).toContain('Flake</g>');
    expect(answer).not.toContain('name-');
  });

  test('not what the surroundings write small, a weekday or a known name', async () => {
    const [harbour] = await translate(['They saw Harbour there.'], { before: 'The harbour opens. ' });
    expect(harbour).not.toContain('Harbour');
    const [known] = await translate(['They left London on Monday.']);
    expect(known).toContain('Londres');
  });

  test('the same alone and among others', async () => {
    const one = 'On Friday they saw Waters there.';
    const [alone] = await translate([one]);
    expect((await translate(['The waters rose.', one, 'Nobody knows Waters.']))[1]).toBe(alone);
  });
});

test('a name that is lost on the way is told', () => {
  const source = ['They met Flake there.'];
  const { text, names } = protectNames(source, 'en', nameEvidence(source, 'en'), 'Jeff', () => false);
  expect(names).toEqual(['Flake']);
  expect(restoreNames(text, names, 'Jeff')?.join('')).toBe('They met Flake there.');
  expect(restoreNames(['They met nobody.'], names, 'Jeff')).toBeUndefined();
});

test('in a language without a dictionary a noun with a capital is no name that is kept', () => {
  const found = (from: string, sentence: string) => candidatesIn([sentence], from, nameEvidence([sentence], from)).map(({ name }) => name);
  expect(found('es', 'Ayer el presidente de Comité Judicial habló de Corea.')).toEqual([]);
  expect(found('en', 'Then a friend of Baton Flakeman spoke.')).toContain('Flakeman');
});
