/** JSON that holds an article a line, found and put together without reading what is in the lines. */

/** Where an article is in the list's bytes. */
export interface Line {
  /** Its first byte. */
  readonly start: number;
  /** The first byte of its editions, behind the slug. */
  readonly value: number;
  /** The first byte behind its editions. */
  readonly end: number;
}

const [QUOTE, BACKSLASH, COMMA, NEWLINE, BRACE] = [0x22, 0x5c, 0x2c, 0x0a, 0x7d];

/** Where lines are that may be written again as they are. */
export interface KnownLines {
  readonly bytes: Buffer | undefined;
  readonly lines: ReadonlyMap<string, Line>;
}

export const NO_LINES: KnownLines = { bytes: undefined, lines: new Map() };

/**
 * @returns the first line, the lines by slug, and the JSON of what is behind them; undefined for what is not in this form
 */
export function articleLines(
  bytes: Buffer,
): { readonly head: string; readonly lines: Map<string, Line>; readonly rest: string } | undefined {
  const lines = new Map<string, Line>();
  let at = bytes.indexOf(NEWLINE) + 1;
  const head = bytes.toString('utf8', 0, at);
  while (bytes[at] === QUOTE) {
    let close = bytes.indexOf(QUOTE, at + 1);
    while (isEscaped(bytes, close)) close = bytes.indexOf(QUOTE, close + 1);
    const end = bytes.indexOf(NEWLINE, close);
    if (close < 0 || end < 0) return undefined;
    const slug = bytes.toString('utf8', at + 1, close);
    const last = bytes[end - 1] === COMMA ? end - 1 : end;
    lines.set(slug.includes('\\') ? (JSON.parse(`"${slug}"`) as string) : slug, { start: at, value: close + 2, end: last });
    at = end + 1;
  }
  return bytes[at] === BRACE ? { head, lines, rest: `{${bytes.toString('utf8', at + 2)}` } : undefined;
}

function isEscaped(bytes: Buffer, at: number): boolean {
  let before = at - 1;
  while (bytes[before] === BACKSLASH) before--;
  return (at - before) % 2 === 0;
}

/**
 * @param head the first line, with its end
 * @param articles each by its slug, with what is to be written, or `same` for its line of before
 * @param rest behind the last article
 */
export function withLines(
  head: string,
  articles: Iterable<readonly [slug: string, value: unknown]>,
  { bytes, lines }: KnownLines,
  rest: string,
): Buffer {
  const parts: Buffer[] = [Buffer.from(head)];
  let text = '';
  let kept: { readonly from: number; to: number } | undefined;
  const flush = () => {
    if (kept !== undefined) parts.push((bytes as Buffer).subarray(kept.from, kept.to));
    if (text !== '') parts.push(Buffer.from(text));
    kept = undefined;
    text = '';
  };
  let isFirst = true;
  for (const [slug, value] of articles) {
    const line = value === 'same' ? lines.get(slug) : undefined;
    // Lines that follow each other are one piece, with what is between them.
    if (line !== undefined && kept !== undefined && text === '' && line.start === kept.to + 2) kept.to = line.end;
    else if (line !== undefined) {
      if (!isFirst) text += ',\n';
      flush();
      kept = { from: line.start, to: line.end };
    } else text += `${isFirst ? '' : ',\n'}${JSON.stringify(slug)}:${JSON.stringify(value)}`;
    isFirst = false;
  }
  text += isFirst ? rest : `\n${rest}`;
  flush();
  return Buffer.concat(parts);
}
