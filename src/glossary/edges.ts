/** Signs that a term begins or ends with: `Disney+`, `.NET`, `C#`, `Yahoo!`, `Bond Note (BN)`. They are part of the name. */

export interface Edges {
  /** Right before the first word, and right after the last; empty where the term has none. */
  readonly before: string;
  readonly after: string;
}

/** For a stretch that has its own signs in it. */
export const NO_EDGES: Edges = { before: '', after: '' };

/** Punctuation that a sentence sets, or that is there or not (`Apple Inc.`, `Lego®`); hyphens, which mark a part of a word. */
const OPTIONAL_AFTER = /(?<![.,;:…®™\s"'“”„«»‘’‹›-])[.,;:…®™\s"'“”„«»‘’‹›-]+$/u;
const OPTIONAL_BEFORE = /^[\s"'“”„«»‘’‹›¿¡-]+/u;

/** @param start of the first word of the term, @param end of its last */
export function edgesOf(term: string, start: number, end: number): Edges {
  const before = term.slice(0, start).replace(OPTIONAL_BEFORE, '');
  const after = term.slice(end).replace(OPTIONAL_AFTER, '');
  return before === '' && after === '' ? NO_EDGES : { before, after };
}

/** Signs that, right behind a word, make another name of it (`C` is not `C++`), and the point before one (`.NET`). */
const OF_NAME_AFTER = /^[+#]+(?![\p{L}\p{N}])/u;
const OF_NAME_BEFORE = /(?:^|[\s(])\.$/u;
/** Letters of a longer name before a sign that begins one: `ASP.NET`, `ann@home`; scripts without spaces put theirs there. */
const JOINED_BEFORE = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]$/u;

/** Whether a stretch of a text has the signs of a term, and no more of them. */
export function edgesFit(text: string, start: number, end: number, { before, after }: Edges): boolean {
  const rest = text.slice(end + after.length, end + after.length + 3);
  if (!text.startsWith(after, end) || OF_NAME_AFTER.test(rest)) return false;
  const from = start - before.length;
  if (before !== '' && JOINED_BEFORE.test(text.slice(0, Math.max(0, from)).slice(-1))) return false;
  return from >= 0 && text.startsWith(before, from) && !OF_NAME_BEFORE.test(text.slice(Math.max(0, from - 2), from));
}
