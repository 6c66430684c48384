/** Law 6 over one edition: after any edit of its file nothing of it changes, and what its author changes in the source changes that alone. */

import type { Target, Text } from '../../src/article.ts';
import { KnownError } from '../../src/errors.ts';
import { words } from '../../src/text.ts';
import { AUTHOR_KINDS, type AuthorEdit, authored } from './author-edits.ts';
import { carried, outsideOf, unlearned } from './law-six-judge.ts';
import { type Run, recordIn, run } from './newsroom.ts';
import { EDIT_KINDS, editedBy } from './person-edits.ts';
import type { Random } from './random.ts';

export interface Case {
  readonly name: string;
  readonly source: string;
  readonly locale: string;
  readonly translate: (text: Text) => Text;
}

/** A language whose words are those of real sentences of the locale. Each sentence holds a token by which it is found again. */
export function languageOf(sentences: readonly string[]): (text: Text) => Text {
  let count = 0;
  return (text) => {
    const number = ++count;
    const own = (sentences[(number - 1) % sentences.length] ?? 'Una frase.').split(/(?<=\s)/u);
    const strings = text.filter((piece) => typeof piece === 'string' && /\p{L}/u.test(piece)).length;
    let [nth, used] = [0, 0];
    return text.map((piece) => {
      if (typeof piece !== 'string' || !/\p{L}/u.test(piece)) return piece;
      nth++;
      const to = nth === strings ? own.length : Math.round((own.length * nth) / strings);
      const part = own.slice(used, to).join('').trim();
      used = to;
      const token = nth === 1 ? `q${number}q ` : '';
      return `${/^\s/.exec(piece)?.[0] ?? ''}${token}${part}${/\s$/.exec(piece)?.[0] ?? ''}`;
    });
  };
}

export const LAWS = {
  bytes: 'law 6: the edition byte for byte as its person left it, twice',
  sent: 'law 6: nothing sent',
  record: 'law 6: a second run writes the same record',
  learned: 'law 6: what still is a sentence with a source is learned as reviewed',
  outside: 'law 6: bytes outside the target of what its author changed as they were',
  carried: 'law 6: what its author changed is in the edition',
  settled: 'law 6: a run after that changes nothing',
} as const;

interface Fault {
  readonly law: keyof typeof LAWS;
  readonly what: string;
}

interface Drawn {
  readonly kinds: readonly string[];
  /** The file as a person left it. */
  readonly edition: string;
  /** What the author of the source changed afterwards, if anything. */
  readonly author: AuthorEdit | undefined;
}

interface Verdict {
  /** Empty where the law holds. */
  readonly broken: readonly Fault[];
  readonly isReadable: boolean;
}

export function start({ source, locale: to, translate }: Case): Run {
  return run(source, undefined, { to, translate });
}

/** Random edits of a person to one edition, then one of its source's author. @param desk as `start` made it */
export function drawn({ source }: Case, desk: Run, dice: Random): Drawn {
  const kinds = Array.from({ length: dice.one([1, 1, 1, 2, 3]) }, () => dice.one(EDIT_KINDS));
  const edition = kinds.reduce((text, kind) => editedBy(dice, kind, text), desk.edition);
  return { kinds, edition, author: authored(source, dice.one(AUTHOR_KINDS), dice) };
}

export function judged(one: Case, desk: Run, { edition, author }: Drawn): Verdict {
  const { source, locale: to, translate } = one;
  const broken: Fault[] = [];
  let after: Run;
  try {
    after = run(source, { ...desk, edition }, { to, translate });
  } catch (error) {
    if (error instanceof KnownError) return { broken, isReadable: false };
    throw error;
  }
  const hold = (law: Fault['law'], holds: boolean, what: string) => {
    if (!holds) broken.push({ law, what });
  };
  hold('bytes', after.edition === edition, 'first run');
  hold('sent', after.sent.length === 0, after.sent.join(' | '));
  const again = run(source, after, { to, translate });
  hold('bytes', again.edition === edition, 'second run');
  hold('record', again.record === after.record, difference(after.record, again.record));
  for (const what of unlearned(desk, edition, after, to)) broken.push({ law: 'learned', what });
  if (author === undefined) return { broken, isReadable: true };

  const changed = run(author.source, after, { to, translate: () => ['Nueva q0q frase.'] });
  const touched = author.touched.map((text) => tokenOf(desk, text));
  const said = author.touched.map((text) => words(targetOf(after, text)?.text ?? []));
  const outside = outsideOf({ before: edition, after: changed.edition, touched, said, author, locale: to, first: desk.edition });
  if (outside !== undefined) broken.push({ law: 'outside', what: outside });
  hold('carried', !author.adds || carried({ edition, changed, touched, locale: to }), touched.join(' '));
  const settled = run(author.source, changed, { to, translate: () => ['Otra q00q frase.'] });
  hold('settled', settled.sent.length === 0, `sent ${settled.sent.join(' | ')}`);
  hold('settled', settled.edition === changed.edition, `bytes ${difference(changed.edition, settled.edition)}`);
  hold('settled', settled.record === changed.record, `record ${difference(changed.record, settled.record)}`);
  return { broken, isReadable: true };
}

function targetOf(desk: Run, text: string): Target | undefined {
  const segments = recordIn(desk).blocks.flatMap((block) => block.segments);
  return segments.find((segment) => words(segment.source) === text)?.target;
}

/** The token that a sentence's first target got. */
function tokenOf(desk: Run, text: string): string {
  return /q\d+q/.exec(words(targetOf(desk, text)?.text ?? []))?.[0] ?? 'none';
}

/** The first line that is another. */
function difference(before: string, after: string): string {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const at = a.findIndex((line, nth) => line !== b[nth]);
  return `${JSON.stringify(a[at])} -> ${JSON.stringify(b[at])}`;
}
