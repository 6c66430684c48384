/** Texts on their way from a translator into an edition: fragments of the contract, and the plain notation of forms. */

import type { Mark, Target, Text } from '../article.ts';
import { fingerprint, fromFragment, isEmpty, marks, normalize, toFragment } from '../text.ts';

/** What a target is called by who saves over it; a segment without one has a name too. */
export function baseOf(target: Target | undefined): string {
  return target === undefined ? 'none' : fingerprint(target.text);
}

/**
 * The text of a fragment that a person wrote: one line, without control characters. Its marks have the bytes that they have in the target
 * as it is, where a person may have changed a link, and else those of the source.
 */
export function textFrom(fragment: string, source: Text, current: Target | undefined): Text {
  const known = new Map(marks(source).map((mark) => [nameOf(mark), mark]));
  for (const mark of marks(current?.text ?? [])) if (mark.source !== '') known.set(nameOf(mark), mark);
  const text = fromFragment(fragment, [...known.values()]).map((piece) => (typeof piece === 'string' ? oneLine(piece) : piece));
  const [first, last] = [text[0], text.at(-1)];
  if (typeof first === 'string') text[0] = first.trimStart();
  if (typeof last === 'string') text[text.length - 1] = (text.at(-1) as string).trimEnd();
  return normalize(text);
}

const oneLine = (words: string) => words.replace(/[\r\n\t]+/g, ' ').replace(/[\u0000-\u001f\u007f]/g, '');

const nameOf = ({ role, id }: Mark) => `${role} ${id}`;

export interface MarkFaults {
  /** Ids of marks that the source has and the text does not. */
  readonly missing: readonly string[];
  /** Ids of marks that are there twice, not in the source, or not nested. */
  readonly wrong: readonly string[];
}

/** What of the marks keeps a text from being accepted. A mark that a person left out of the target before may be left out again. */
export function markFaults(text: Text, source: Text, current: Target | undefined): MarkFaults {
  const count = (of: Text) => {
    const counts = new Map<string, number>();
    for (const mark of marks(of)) counts.set(nameOf(mark), (counts.get(nameOf(mark)) ?? 0) + 1);
    return counts;
  };
  const [wanted, got] = [count(source), count(text)];
  const own = current?.state === 'reviewed' && !isEmpty(current.text) ? count(current.text) : wanted;
  const ids = (names: Iterable<string>) => [...new Set([...names].map((name) => name.slice(name.indexOf(' ') + 1)))];
  const missing = [...wanted].filter(([name, times]) => (got.get(name) ?? 0) < Math.min(times, own.get(name) ?? 0)).map(([name]) => name);
  const wrong = [...got].filter(([name, times]) => times > Math.max(wanted.get(name) ?? 0, own.get(name) ?? 0)).map(([name]) => name);
  return { missing: ids(missing), wrong: ids([...wrong, ...(isNested(text) || !isNested(source) ? [] : crossing(text))]) };
}

/** Whether every close ends the innermost open pair; a half whose partner is in another sentence is no pair here. */
const isNested = (text: Text) => crossing(text).length === 0;

function crossing(text: Text): string[] {
  const all = marks(text);
  const has = (role: Mark['role'], id: string) => all.some((mark) => mark.role === role && mark.id === id);
  const open: string[] = [];
  const crossed: string[] = [];
  for (const mark of all) {
    if (mark.role === 'open' && has('close', mark.id)) open.push(mark.id);
    else if (mark.role === 'close' && has('open', mark.id) && open.pop() !== mark.id) crossed.push(nameOf(mark));
  }
  return crossed;
}

const TAG = /<g id="([^"]*)">|<\/g\s*>|<x id="([^"]*)"\s*\/>/g;
const WORD = { '&lt;': '<', '&gt;': '>', '&amp;': '&' } as const;

/** A fragment for a plain field of a form: `<1>the harbour</1>` for a pair, `<2/>` for a mark alone, words as they are. */
export function toPlain(fragment: string): string {
  const open: string[] = [];
  return fragment
    .replace(TAG, (tag, pair?: string, alone?: string) => {
      if (pair !== undefined) open.push(pair);
      return alone !== undefined
        ? `\u0001${alone}/\u0002`
        : pair !== undefined
          ? `\u0001${pair}\u0002`
          : tag && `\u0001/${open.pop() ?? ''}\u0002`;
    })
    .replace(/&(?:lt|gt|amp);/g, (reference) => WORD[reference as keyof typeof WORD])
    .replaceAll('\u0001', '<')
    .replaceAll('\u0002', '>');
}

/** The fragment of such a field; what is no mark of these is words. */
export function fromPlain(plain: string, source: Text, current: Target | undefined): string {
  const known = [...marks(source), ...marks(current?.text ?? [])];
  const isPair = (id: string) => known.some((mark) => mark.role !== 'alone' && mark.id === id);
  const isAlone = (id: string) => {
    const half = /^(open|close)-(.*)$/.exec(id);
    return known.some((mark) => (half === null ? mark.role === 'alone' && mark.id === id : mark.role === half[1] && mark.id === half[2]));
  };
  const escaped = (words: string) => words.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
  let fragment = '';
  let at = 0;
  for (const tag of plain.matchAll(/<(\/?)([\w.-]+)(\/?)>/g)) {
    const [all, isClose, id = '', isWhole] = tag;
    const mark =
      isWhole === '/' && isClose === '' && isAlone(id)
        ? `<x id="${id}"/>`
        : isWhole === '' && isPair(id)
          ? isClose === '/'
            ? '</g>'
            : `<g id="${id}">`
          : undefined;
    if (mark === undefined) continue;
    fragment += escaped(plain.slice(at, tag.index)) + mark;
    at = tag.index + all.length;
  }
  return fragment + escaped(plain.slice(at));
}

export const targetFragment = (target: Target | undefined): string | null => (target === undefined ? null : toFragment(target.text));
