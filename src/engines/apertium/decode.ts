/** What comes out of the pipeline, as atoms: words and signs, each with the pairs of the source word that it came from. */

import type { Blank, Encoded } from './stream.ts';

export interface AnswerAtom {
  readonly kind: 'word' | 'space' | 'sign' | 'blank';
  readonly text: string;
  /** Ids of the pairs around; undefined for what the transfer put in of its own: an article, a preposition, a space. */
  readonly path?: readonly string[] | undefined;
  /** Further paths of an atom that several source words became. */
  readonly also?: readonly (readonly string[])[];
  readonly blank?: Blank;
}

const TOKEN = /\[\[t:([^\]]*)\]\]|\[\[\/\]\]|\[x(\d+)\]|\\([\s\S])|[^[\\]+|[\s\S]/g;
const PIECE = /(?<word>[\p{L}\p{M}\p{N}\u200C\u200D*@#~]+)|(?<space>\s+)|[\s\S]/gu;
/** Signs of the generator before a word: `*` not in the source's dictionary, `@` not in the bilingual one, `#` no such form, `~` contracts. */
const SIGNED = /[*@#~]/g;
const UNKNOWN = /[*@]([\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’·][\p{L}\p{M}\p{N}]+)*)/gu;

/** Words that the pair does not know, in the order of the answer. */
export function unknownWords(answer: string): string[] {
  const words = answer.replace(/\[\[[^[\]]*\]\]/g, '').matchAll(UNKNOWN);
  return [...words].map((match) => match[1] ?? '').filter((word) => /\p{L}[\p{L}\p{M}]/u.test(word));
}

export function atomsOf(answer: string, { blanks, paths, line }: Encoded): AnswerAtom[] {
  const atoms: AnswerAtom[] = [];
  const seen = new Set<Blank>();
  let unit: number[] | undefined;
  let words = '';
  const flush = () => {
    // `de10`: a preposition of the transfer's own joined to a figure.
    if (unit !== undefined) words = words.replace(/\p{Ll}\d/gu, (both) => (line.includes(both) ? both : `${both[0]} ${both[1]}`));
    atoms.push(...(unit === undefined ? piecesOf(words) : unitOf(words, unit, paths)));
    words = '';
  };
  let end = 0;
  /** Between two words that touch each other now and did not in the source: a space. */
  const parted = () => {
    const [before, after] = [atoms[end - 1], atoms[end]];
    const touching = `${before?.text.at(-1)}${after?.text.at(0)}`;
    if (before?.kind === 'word' && after?.kind === 'word' && !line.includes(touching)) atoms.splice(end, 0, { kind: 'space', text: ' ' });
    end = atoms.length;
  };
  for (const token of answer.matchAll(TOKEN)) {
    if (token[1] !== undefined) {
      flush();
      parted();
      unit = token[1].split(';').map((part) => Number(part.replace(/\D/g, '')));
    } else if (token[0] === '[[/]]') {
      flush();
      parted();
      unit = undefined;
    } else if (token[2] !== undefined) {
      flush();
      const blank = blanks[Number(token[2])];
      if (blank !== undefined && !seen.has(blank)) atoms.push(atomOfBlank(blank, paths));
      if (blank !== undefined) seen.add(blank);
    } else words += token[3] ?? token[0];
  }
  flush();
  parted();
  for (const blank of blanks) if (!seen.has(blank)) atoms.push(atomOfBlank(blank, paths));
  return adopted(spaced(atoms, SPACED_OPENER.test(line)));
}

const atomOfBlank = (blank: Blank, paths: Encoded['paths']): AnswerAtom => ({
  kind: 'blank',
  text: '',
  path: paths[blank.path] ?? [],
  blank,
});

function piecesOf(words: string, path?: readonly string[], also?: readonly (readonly string[])[]): AnswerAtom[] {
  return [...words.matchAll(PIECE)].flatMap((match): AnswerAtom[] => {
    if (match.groups?.space !== undefined) return [{ kind: 'space', text: match[0] }];
    const text = match[0].replace(SIGNED, '');
    const kind = match.groups?.word === undefined ? 'sign' : 'word';
    return text === '' ? [] : [{ kind, text, path, ...(also === undefined ? {} : { also }) }];
  });
}

/** Articles and `of`, which the transfer puts in before a word of its own and generation joins to it; in the target languages of Debian's pairs. */
const ARTICLE = /^(?:el|la|lo|los|las|els|les|l['’]|il|gli|le|os|as|d['’]|de|del|dels|des|do|da|dos|das)$/iu;
/** What opens the words after it. Any other word of the transfer's own belongs to the word before: `va + fallar`, the periphrastic past. */
const OPENING = /^(?:[\p{L}\p{M}]{1,2}|los|las|les|els|gli|una|uns|uma|del|dels|des|dos|das|pel|pels|per|por|par|para|que|amb|con|com)$/iu;

/**
 * Words that share a word-bound blank. After generation words are contracted and joined (`de + el = del`, `l' + home`,
 * `el + primer ministre`), and their blanks with them: the parts have them in order.
 */
function unitOf(words: string, unit: readonly number[], paths: Encoded['paths']): AnswerAtom[] {
  const own = unit.map((index) => paths[index] ?? []);
  const parts = words.split(/(?<=\s)(?=\S)|(?<=['’])/);
  if (own.length > 1 && parts.length < own.length) return piecesOf(words, own[0], own.slice(1));
  const isArticle = (part: string | undefined) => ARTICLE.test((part ?? '').trim());
  if (own.length === 1) {
    // One source word, and before it what the transfer put in: `[[t:1]]de la casa[[/]]`.
    let put = 0;
    while (put < parts.length - 1 && isArticle(parts[put])) put++;
    return parts.flatMap((part, at) => piecesOf(part, at < put ? undefined : own[0]));
  }
  // What is left over belongs to the noun behind an article, else to the locution in front: `a través d'un`.
  const ahead = isArticle(parts[0]) ? 0 : parts.length - own.length;
  return parts.flatMap((part, at) => piecesOf(part, own[Math.min(Math.max(at - ahead, 0), own.length - 1)]));
}

/** A word of the transfer's own goes with the word before it, unless it opens what follows. */
function adopted(atoms: readonly AnswerAtom[]): AnswerAtom[] {
  const out: AnswerAtom[] = [];
  for (const [at, atom] of atoms.entries()) {
    const before = out.at(-2);
    const alone = atom.kind === 'word' && atom.path === undefined && out.at(-1)?.kind === 'space' && before?.kind === 'word';
    const opens = OPENING.test(atom.text) && atoms[at + 1]?.kind === 'space';
    out.push(alone && !opens ? { ...atom, path: before?.path } : atom);
  }
  return out;
}

const SPACED_OPENER = /(?:^|\s)["'“«¿¡(]\s/;

/**
 * White space around superblanks as the source has it, and none that a dropped word left behind.
 * @param opens whether the source itself has white space behind opening signs
 */
function spaced(atoms: readonly AnswerAtom[], opens: boolean): AnswerAtom[] {
  const out: AnswerAtom[] = [];
  const space: AnswerAtom = { kind: 'space', text: ' ' };
  for (const atom of atoms) {
    const last = out.at(-1);
    if (atom.kind === 'space') {
      if (last?.blank?.after === false) continue;
      // A pronoun left out in the target leaves its space behind.
      if (last?.kind === 'space' && /^ +$/.test(atom.text)) continue;
      if (!opens && last?.kind === 'sign' && isOpener(last, out.at(-2))) continue;
      out.push(last === undefined || !/^ +$/.test(atom.text) ? atom : space);
      continue;
    }
    if (last?.kind === 'space' && (atom.blank?.before === false || isCloser(atom)) && /^ +$/.test(last.text)) out.pop();
    const before = out.at(-1);
    if (
      before !== undefined &&
      before.kind !== 'space' &&
      (atom.blank?.before === true || (before.blank?.after === true && !isCloser(atom)))
    )
      out.push(space);
    out.push(atom);
  }
  return out;
}

const isOpener = (atom: AnswerAtom, before: AnswerAtom | undefined) =>
  /^[“«¿¡([]$/.test(atom.text) ||
  (/^["']$/.test(atom.text) && (before === undefined || before.kind === 'space' || /^[“«([]$/.test(before.text)));

const isCloser = (atom: AnswerAtom) => atom.kind === 'sign' && /^[.,;:!?)\]”…]$/.test(atom.text);
