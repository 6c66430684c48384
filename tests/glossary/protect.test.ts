import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark, Text } from '../../src/article.ts';
import { findTerms } from '../../src/glossary/match.ts';
import { protectTerms } from '../../src/glossary/protect.ts';
import type { Term } from '../../src/glossary/term.ts';
import { fromFragment, marks, normalize, toFragment, words } from '../../src/text.ts';

const terms: Term[] = [
  { source: 'Quillhaven', target: 'Quillhaven', status: 'untranslated', kind: 'place' },
  { source: 'Istanbul', target: 'Istambul', kind: 'place' },
  { source: 'London', target: 'Londres', kind: 'place' },
  { source: 'Trump', target: 'Трамп', kind: 'person' },
  { source: 'senator', target: 'senador', kind: 'term' },
];

function sent(text: Text, to: string, takesTerms = false) {
  const { text: out, restore } = protectTerms(text, findTerms(words(text), 'en', terms), { takesTerms, to });
  return { fragment: toFragment(out), answer: (xml: string) => words(restore(fromFragment(xml, out))), restore, out };
}

describe('protectTerms', () => {
  it('leaves names to an engine that takes terms, and hides what must not be translated', () => {
    const { fragment, answer } = sent(['Quillhaven wrote to London.'], 'es', true);
    expect(fragment).toBe('<x id="t1"/> wrote to London.');
    expect(answer('<x id="t1"/> escribió a Londres.')).toBe('Quillhaven escribió a Londres.');
  });

  it('keeps a name where another engine can see a word, and puts the term in its place', () => {
    const { fragment, answer } = sent(["The senators of Quillhaven's port left London."], 'es');
    expect(fragment).toBe('The senators of <g id="t1">Quillhaven</g>\'s port left <g id="t2">London</g>.');
    expect(answer('Los senadores del puerto de <g id="t1">Quillrefugio</g> dejaron <g id="t2">Londinium</g>.')).toBe(
      'Los senadores del puerto de Quillhaven dejaron Londres.',
    );
  });

  it('keeps the form that the engine chose where it is one of the term', () => {
    expect(sent(['With Trump.'], 'uk').answer('Із <g id="t1">Трампом</g>.')).toBe('Із Трампом.');
    expect(sent(['With Trump.'], 'uk').answer('Із <g id="t1">Трумпом</g>.')).toBe('Із Трампом.');
  });

  it('keeps the full stop of an abbreviation with it, and that of the sentence where it is', () => {
    const glossary: Term[] = [
      { source: 'U.S.', target: 'USA', kind: 'place' },
      { source: "Sainsbury's", target: "Sainsbury's", kind: 'organization' },
    ];
    const text: Text = ["Sainsbury's left the U.S. with U.S. money in the U.S."];
    const { text: out, restore } = protectTerms(text, findTerms(words(text), 'en', glossary), { to: 'de' });
    expect(words(restore(out))).toBe("Sainsbury's left the USA with USA money in the USA.");
  });

  it('puts common nouns that an engine does not use into its answer, in the form of its own words', () => {
    const glossary: Term[] = [{ source: 'ferry', target: 'пором', kind: 'term' }];
    const text: Text = ['Ferries and a ferry.'];
    const placed = (nouns: ReadonlyMap<string, string | undefined>, answer: string) => {
      const { text: out, restore } = protectTerms(text, findTerms(words(text), 'en', glossary), { to: 'uk', nouns });
      return words(restore(fromFragment(answer, out)));
    };
    const answer = '<g id="t1">Човнами</g> і <g id="t2">човном</g>.';
    expect(placed(new Map([['ferry', 'човен']]), answer)).toBe('Поромами і поромом.');
    // By the endings alone.
    expect(placed(new Map([['ferry', undefined]]), answer)).toBe('Поромами і поромом.');
    expect(placed(new Map([['ferry', undefined]]), '<g id="t1">Катери</g> і <g id="t2">катер</g>.')).toBe('Пороми і пором.');
  });

  it('elides what stands before the name as Catalan and French do', () => {
    expect(sent(['The port of London.'], 'ca').answer('El port d\'<g id="t1">Avinyó</g>.')).toBe('El port de Londres.');
    expect(sent(['The port of Istanbul.'], 'ca').answer('El port de <g id="t1">Xstanbul</g>.')).toBe("El port d'Istambul.");
  });

  it('leaves author’s marks and their order, and drops its own where the engine lost one', () => {
    const open: Mark = { role: 'open', id: '1', source: '**' };
    const close: Mark = { role: 'close', id: '1', source: '**' };
    const { fragment, restore, out } = sent([open, 'London', close, ' calls Quillhaven'], 'es');
    expect(fragment).toBe('<g id="1"><g id="t1">London</g></g> calls <g id="t2">Quillhaven</g>');
    expect(restore(fromFragment('<g id="1">Londres</g> llama a <g id="t2">Q</g>', out))).toEqual([
      open,
      'Londres',
      close,
      ' llama a Quillhaven',
    ]);
  });

  it('leaves a term with a mark inside it, and a text without terms, as they are', () => {
    const open: Mark = { role: 'open', id: '1', source: '*' };
    const close: Mark = { role: 'close', id: '1', source: '*' };
    expect(sent(['Lon', open, 'don', close], 'es').fragment).toBe('Lon<g id="1">don</g>');
    const text: Text = ['Nothing here.'];
    expect(protectTerms(text, []).text).toBe(text);
  });

  it('gives every author’s mark back in its place from an engine that changes nothing', () => {
    const piece = fc.constantFrom('London', ' and ', 'Quillhaven', "'s ", 'Trump, ', 'senators ', 'x');
    const marked = fc.nat(3).map((id): Mark => ({ role: 'alone', id: `${id + 1}`, source: '`c`' }));
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, marked), { maxLength: 12 }), fc.boolean(), (pieces, takesTerms) => {
        const text = normalize(pieces);
        const { restore, fragment, out } = sent(text, 'es', takesTerms);
        const back = restore(fromFragment(fragment, out));
        expect(marks(back)).toEqual(marks(text));
        // Word by word the same, but for the names in the target's form.
        const plain = words(back).replaceAll('Londres', 'London').replaceAll('Трамп', 'Trump');
        expect(plain).toBe(words(text));
      }),
    );
  });
});
