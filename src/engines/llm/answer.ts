/** What of a language model's answer can be used. */

/**
 * The texts by position; undefined where the answer holds no JSON with translations. Thoughts and words around the JSON, ids that
 * were not asked for and further keys are ignored; of an id given twice the first counts.
 */
export function textsOf(content: string, count: number): (string | undefined)[] | undefined {
  for (const json of objectsIn(content.replace(/<think(?:ing)?>(?:(?!<think(?:ing)?>)[\s\S])*?<\/think(?:ing)?>/gi, ''))) {
    const { translations } = json as { translations?: unknown };
    if (!Array.isArray(translations)) continue;
    const texts = new Array<string | undefined>(count).fill(undefined);
    for (const entry of translations as { id?: unknown; text?: unknown }[]) {
      const at = Number(entry?.id) - 1;
      if (Number.isInteger(at) && at >= 0 && at < count && typeof entry.text === 'string') texts[at] ??= entry.text;
    }
    return texts;
  }
  return undefined;
}

/** The JSON objects in a text: the whole of it, or from an opening brace to the brace that closes it. */
function* objectsIn(content: string): Generator<object> {
  for (let start = content.indexOf('{'); start >= 0; start = content.indexOf('{', start + 1)) {
    const end = closing(content, start);
    if (end === undefined) continue;
    try {
      yield JSON.parse(content.slice(start, end + 1)) as object;
      start = end;
    } catch {
      // Braces in prose; the next one may open the answer.
    }
  }
}

function closing(content: string, start: number): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < content.length; at++) {
    const char = content[at];
    if (char === '\\' && quoted) at++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === '{') depth++;
    else if (!quoted && char === '}' && --depth === 0) return at;
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
