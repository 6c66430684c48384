/** What of a language model's answer can be used. */

/**
 * The texts by position; undefined where the answer holds no JSON with translations. Thoughts and words around the JSON, ids that
 * were not asked for and further keys are ignored; of an id given twice the first counts. Without any id the order counts, where there
 * are as many entries as texts.
 */
export function textsOf(content: string, count: number): (string | undefined)[] | undefined {
  for (const json of jsonIn(withoutThoughts(content))) {
    const entries = entriesOf(json);
    if (entries === undefined) continue;
    const hasIds = entries.some(({ id }) => id !== undefined);
    if (!hasIds && entries.length === count) return entries.map(({ text }) => text);
    const texts = new Array<string | undefined>(count).fill(undefined);
    for (const { id, text } of entries) {
      const at = Number(id) - 1;
      if (Number.isInteger(at) && at >= 0 && at < count) texts[at] ??= text;
    }
    return texts;
  }
  return undefined;
}

/** What stands before the end of the thoughts is thought: the word that begins them is often the server's, and not in the answer. */
function withoutThoughts(content: string): string {
  return content.replace(/^[\s\S]*<\/think(?:ing)?>/i, '');
}

interface Entry {
  readonly id: unknown;
  readonly text: string | undefined;
}

/** `{ "translations": [...] }`, or the list alone, as models give it that were asked in words. */
function entriesOf(json: unknown): Entry[] | undefined {
  const { translations = json } = json as { translations?: unknown };
  if (!Array.isArray(translations)) return undefined;
  const isBare = translations === json;
  const entries = translations.map((entry: unknown): Entry => {
    if (typeof entry === 'string') return { id: undefined, text: entry };
    const { id, text } = (entry ?? {}) as { id?: unknown; text?: unknown };
    return { id: id ?? undefined, text: typeof text === 'string' ? text : undefined };
  });
  // A list in prose, such as [1], is none of it.
  return isBare && entries.every(({ text }) => text === undefined) ? undefined : entries;
}

/** A model that writes brackets on and on is not read to the end once for each. */
const MOST_OPENINGS = 200;

/** The JSON objects and lists in a text: the whole of it, or from an opening bracket to the one that closes it. */
function* jsonIn(content: string): Generator<object> {
  let openings = 0;
  for (let start = nextOpening(content, 0); start >= 0 && ++openings <= MOST_OPENINGS; start = nextOpening(content, start + 1)) {
    const end = closing(content, start);
    if (end === undefined) continue;
    try {
      yield JSON.parse(content.slice(start, end + 1)) as object;
      start = end;
    } catch {
      // Brackets in prose; the next one may open the answer.
    }
  }
}

function nextOpening(content: string, from: number): number {
  const at = content.slice(from).search(/[{[]/);
  return at < 0 ? -1 : from + at;
}

function closing(content: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < content.length; at++) {
    const char = content[at];
    if (char === '\\' && quoted) at++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '{' || char === '[')) depth++;
    else if (!quoted && (char === '}' || char === ']') && --depth === 0) return at;
  }
  return undefined;
}

/** Texts of at least so many code points are compared in length: a heading may well double. */
const COMPARED = 40;
/** Between languages news texts shrink to a third (English to Chinese, in characters) and grow to twice as long. */
const [LEAST, MOST] = [0.2, 3];
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

/**
 * Whether an answer can be a translation of the text: of a length that one could have, without an address that the text has
 * not, and not the text itself. Marks are the queue's to check.
 */
export function usable(source: string, answer: string): boolean {
  if (answer.trim() === '') return source.trim() === '';
  const [before, after] = [wordsOf(source), wordsOf(answer)];
  const [length, got] = [[...before].length, [...after].length];
  if (length >= COMPARED && (got < length * LEAST || got > length * MOST)) return false;
  if (length < COMPARED && got > COMPARED * MOST) return false;
  const addresses = new Set(before.match(ADDRESS)?.map(bare));
  if (after.match(ADDRESS)?.some((address) => !addresses.has(bare(address)))) return false;
  return !isEcho(before, after);
}

const bare = (address: string) => address.replace(/(?<![.,;:!?)])[.,;:!?)]+$/, '').toLowerCase();
const wordsOf = (fragment: string) => fragment.replace(/<[^>]*>/g, '').trim();

/** The same words again: of four and more, two in small letters, it is no name or title that stays as it is. */
function isEcho(source: string, answer: string): boolean {
  if (source !== answer) return false;
  const words = source.replace(ADDRESS, ' ').match(/\p{L}[\p{L}\p{M}’']*/gu) ?? [];
  return words.length >= 4 && words.filter((word) => /^\p{Ll}/u.test(word)).length >= 2;
}
