import { describe, expect, it } from 'vitest';
import type { Target, TermUse } from '../../src/article.ts';
import { type CorrectionOptions, lettersOf, planCorrection } from '../../src/edition/correction.ts';
import { learnForms } from '../../src/glossary/learn.ts';
import { countTerms, noTerms } from '../../src/glossary/report.ts';
import type { Term } from '../../src/glossary/term.ts';

const old: TermUse = { source: 'Recep Tayyip Erdogan', target: 'Реджеп Тайіп Ердоган' };
const erdogan: Term = { source: 'Recep Tayyip Erdogan', target: 'Реджеп Таїп Ердоган', kind: 'person' };
const options: CorrectionOptions = { from: 'en', to: 'uk', source: erdogan.source, required: [erdogan] };

function segment(source: string, target: string, state: Target['state'] = 'machine', terms: readonly TermUse[] = [old]) {
  return { slug: 'a', source: [source], target: { text: [target], state, origin: { by: 'engine' as const }, terms } };
}

describe('planCorrection', () => {
  const source = 'They met Recep Tayyip Erdogan.';

  it('repairs where the former rendering stands, in its form', () => {
    expect(planCorrection([segment(source, 'Вони зустрілися з Реджепом Тайіпом Ердоганом.')], options)).toMatchObject([
      { action: 'repair', after: 'Вони зустрілися з Реджепом Таїпом Ердоганом.', characters: 0 },
    ]);
  });

  it('sends again where no rule finds it, and tells how much that is', () => {
    expect(planCorrection([segment(source, 'Вони зустріли президента.')], options)).toMatchObject([
      { action: 'resend', characters: source.length },
    ]);
  });

  it('asks no engine again that was asked with the term already, and tells that its answer lacks it', () => {
    const asked = segment(source, 'Інше.', 'machine', [{ source: erdogan.source, target: erdogan.target }]);
    expect(planCorrection([asked], options)).toMatchObject([{ action: 'lacking', characters: 0 }]);
  });

  it('lists what a person reviewed and never changes it', () => {
    const reviewed = segment(source, 'Вони зустрілися з Реджепом Тайіпом Ердоганом.', 'reviewed');
    expect(planCorrection([reviewed], options)).toMatchObject([{ action: 'reviewed' }]);
    expect(planCorrection([segment(source, 'Зустріли Реджепа Таїпа Ердогана.', 'reviewed')], options)).toEqual([]);
  });

  it.each([
    ['the source lacks the term', segment('They met.', 'Реджеп Тайіп Ердоган.')],
    ['the target says it as it shall', segment(source, 'Вони зустріли Реджепа Таїпа Ердогана.')],
  ])('leaves a segment alone where %s', (_, one) => {
    expect(planCorrection([one], options)).toEqual([]);
  });

  it('a term that is gone costs nothing; a new one is looked for', () => {
    const standing = segment(source, 'Вони зустріли Реджепа Тайіпа Ердогана.');
    expect(planCorrection([standing], { ...options, required: [] })).toEqual([]);
    const ankara: Term = { source: 'Ankara', target: 'Анкара', kind: 'place' };
    const added = { ...options, source: 'Ankara', required: [ankara] };
    expect(planCorrection([segment('In Ankara.', 'У столиці.', 'machine', [])], added)).toMatchObject([{ action: 'resend' }]);
    expect(planCorrection([segment('In Ankara.', 'В Анкарі.', 'machine', [])], added)).toEqual([]);
  });
});

describe('lettersOf', () => {
  it.each<[Pick<Term, 'source' | 'case'>, string, boolean]>([
    [{ source: 'Recep Tayyip Erdogan' }, 'Erdo', false],
    [{ source: 'UN' }, 'UN', true],
    [{ source: 'UN', case: 'any' }, 'UN', false],
  ])('%j', (term, letters, sameCase) => {
    expect(lettersOf(term)).toEqual({ letters, sameCase });
  });
});

describe('learnForms', () => {
  const terms: Term[] = [{ source: 'council', target: 'рада' }, erdogan];
  it('proposes what stands where the tables find nothing, the most frequent first', () => {
    const sentences = [
      { source: 'The council met.', target: 'Раддя зібралася.' },
      { source: 'A council!', target: 'Раддя!' },
      { source: 'The council voted.', target: 'Рада голосувала.' },
      { source: 'No council.', target: 'Нічого.' },
    ];
    expect(learnForms(sentences, terms, 'en', 'uk')).toMatchObject([{ form: 'Раддя', count: 2, term: { target: 'рада' } }]);
  });

  it('proposes nothing where two places are alike', () => {
    expect(learnForms([{ source: 'The council.', target: 'Раддя і радощі.' }], terms, 'en', 'uk')).toEqual([]);
  });
});

it('countTerms counts how terms are said', () => {
  const counts = noTerms();
  const terms: Term[] = [{ source: 'Paris', target: 'Париж', kind: 'place' }, erdogan];
  countTerms(counts, terms, { words: 'У Парижі був Реджеп Таїп Ердоган.', isRepaired: true }, 'uk');
  countTerms(counts, terms, { words: 'Паризький тиждень.', isRepaired: false }, 'uk');
  expect(counts).toEqual({ asked: 4, exact: 1, inflected: 1, compound: 0, derived: 1, missing: 1, repaired: 2 });
});
