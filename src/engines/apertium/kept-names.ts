/**
 * Names that the analyser does not know as names. `Flake` and `Baton` are nouns to it, and would be translated. They travel as a name
 * that the pair knows, so that what is around them is translated as around a name, and are put back afterwards.
 */

import type { Mark, Text } from '../../article.ts';
import { tagOf } from '../../languages/lookup.ts';
import { wordKind } from '../../names/dictionary.ts';
import { type NameEvidence, namesIn, tellsNames } from '../../names/source-names.ts';

/** Names of persons that stay as they are, most likely known to a pair first. */
export const STAND_INS: readonly string[] = ['Jeff', 'John', 'Boston', 'Madrid'];

const ID = 'name-';
/** English and Romance articles before a word. */
const ARTICLE = /(?:^|\s)(?:the|el|la|los|las|els|les|le|l['’]|il|lo|gli|o|a|os|as)\s*$/i;
const CAPITAL = /^\s+\p{Lu}/u;

export interface KeptNames {
  readonly text: Text;
  /** In the order of their ids: what each stand-in is for. */
  readonly names: readonly string[];
}

/** The words of a text that could be names, by the article's evidence. */
export function candidatesIn(
  text: Text,
  from: string,
  evidence: NameEvidence,
): { piece: number; start: number; end: number; name: string }[] {
  if (!tellsNames(from)) return [];
  const all = text.map((piece) => (typeof piece === 'string' ? piece : ''));
  const starts = all.map((_, at) => all.slice(0, at).join('').length);
  const sentence = all.join('');
  return namesIn(sentence, from, evidence).flatMap(({ text: name, start, end, certainty }) => {
    // Without a dictionary of the language any noun with a capital is as likely: `Comité Judicial`, `Corea`.
    if (certainty === 'likely' && wordKind(name, tagOf(from)) === undefined) return [];
    // The letters of `ECDSA-P256` before its figures are no word of their own.
    if (/[\p{L}\p{N}]/u.test(`${sentence[start - 1] ?? ''}${sentence[end] ?? ''}`)) return [];
    // `the Treasury`: a common word, which has a translation.
    if (certainty === 'likely' && ARTICLE.test(sentence.slice(0, start)) && !CAPITAL.test(sentence.slice(end))) return [];
    const piece = all.findIndex((words, at) => start >= (starts[at] as number) && end <= (starts[at] as number) + words.length);
    // A name that a mark goes through stays as it is written.
    return piece < 0 ? [] : [{ piece, start: start - (starts[piece] as number), end: end - (starts[piece] as number), name }];
  });
}

/** @param isName whether the analyser knows a word as a name, or not at all */
export function protectNames(
  text: Text,
  from: string,
  evidence: NameEvidence,
  standIn: string,
  isName: (word: string) => boolean,
): KeptNames {
  const found = candidatesIn(text, from, evidence).filter(({ name }) => !isName(name));
  if (found.length === 0) return { text, names: [] };
  const names: string[] = [];
  const out: (string | Mark)[] = [];
  for (const [at, piece] of text.entries()) {
    if (typeof piece !== 'string') {
      out.push(piece);
      continue;
    }
    let from = 0;
    for (const { start, end, name } of found.filter((one) => one.piece === at)) {
      const id = `${ID}${names.length}`;
      names.push(name);
      out.push(piece.slice(from, start), { role: 'open', id, source: '' }, standIn, { role: 'close', id, source: '' });
      from = end;
    }
    out.push(piece.slice(from));
  }
  return { text: out.filter((piece) => piece !== ''), names };
}

/** The answer with the names in their places; undefined where one is not there once. */
export function restoreNames(answer: Text, names: readonly string[], standIn: string): Text | undefined {
  const out: (string | Mark)[] = [];
  const seen = new Set<string>();
  let open: string | undefined;
  for (const piece of answer) {
    if (typeof piece !== 'string') {
      if (!piece.id.startsWith(ID)) out.push(piece);
      else if (piece.role === 'open') open = piece.id;
      else open = undefined;
      continue;
    }
    if (open === undefined) {
      out.push(piece);
      continue;
    }
    const name = names[Number(open.slice(ID.length))];
    if (name === undefined || !piece.includes(standIn) || seen.has(open)) return undefined;
    seen.add(open);
    out.push(piece.replace(standIn, () => name));
  }
  return seen.size === names.length ? out : undefined;
}
