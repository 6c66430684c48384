/**
 * The front matter that nearly every article has, read without YAML's whole grammar, which takes a tenth of a site's build: one key a
 * line at the margin, its value a text, a date, a text in double quotes or a list of such texts in brackets.
 */

const KEY = '([A-Za-z_][A-Za-z0-9_-]*)';
/** Of plain words: nothing that means something anywhere in YAML. */
const WORDS = "\\p{L}[\\p{L}\\p{M}\\p{N} .'’/()%!?;-]*";
const QUOTED = '"(?:[^"\\\\\\p{Cc}]|\\\\["\\\\])*"';
const ITEM = `(?:${QUOTED}|\\p{L}[\\p{L}\\p{M}\\p{N} .'’/-]*)`;
const DATE = '\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d(?::\\d\\d)?(?:Z|[+-]\\d\\d:\\d\\d)?)?';
const LINE = new RegExp(`^${KEY}: +(?:(${QUOTED})|(${DATE})|\\[ *(${ITEM}(?:, *${ITEM})*) *\\]|(${WORDS}(?:, ?${WORDS})*)) *$`, 'u');
const ITEMS = new RegExp(ITEM, 'gu');

/** Words that are values of another kind in one version of YAML or the other, and a key that is no key of an object. */
const OTHER_KINDS = /^(?:true|false|null|yes|no|on|off|y|n|__proto__)$/i;

/**
 * @param text with line feeds as line ends
 * @returns what YAML's own parser gives; undefined for what is not as plain as that
 */
export function plainYaml(text: string): Record<string, string | string[]> | undefined {
  const data: Record<string, string | string[]> = {};
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const match = LINE.exec(line);
    if (match === null) return undefined;
    const [, key = '', quoted, date, list, words] = match;
    if (key in data || OTHER_KINDS.test(key)) return undefined;
    if (list !== undefined) {
      const items = (list.match(ITEMS) ?? []).map(textOf);
      if (items.includes(undefined)) return undefined;
      data[key] = items as string[];
      continue;
    }
    const value = date ?? textOf(quoted ?? words ?? '');
    if (value === undefined) return undefined;
    data[key] = value;
  }
  return data;
}

function textOf(written: string): string | undefined {
  if (written.startsWith('"')) return written.slice(1, -1).replace(/\\(["\\])/g, '$1');
  const words = written.trimEnd();
  return OTHER_KINDS.test(words) ? undefined : words;
}
