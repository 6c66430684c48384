/**
 * Which Chinese characters belong to a way of writing: simplified, traditional, Japanese. The national character sets tell, and the runtime
 * knows them as encodings: what GB 2312 has is simplified, Big5 traditional, JIS X 0208 Japanese.
 */

/** Lead and trail bytes of the characters of an encoding. */
const ENCODINGS = {
  Hans: { label: 'gbk', lead: [[0xb0, 0xf7]], trail: [[0xa1, 0xfe]] },
  Hant: {
    label: 'big5',
    lead: [[0x87, 0xfe]],
    trail: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  },
  Jpan: {
    label: 'shift_jis',
    lead: [
      [0x88, 0x9f],
      [0xe0, 0xea],
    ],
    trail: [
      [0x40, 0x7e],
      [0x80, 0xfc],
    ],
  },
} as const;

type HanWriting = keyof typeof ENCODINGS;

/** So many characters of another writing, and one in so many of all: single ones are in names. */
const LEAST_OTHERS = 2;
const OTHERS_SHARE = 5;

const sets = new Map<HanWriting, ReadonlySet<string>>();

function charactersOf(writing: HanWriting): ReadonlySet<string> {
  const known = sets.get(writing);
  if (known !== undefined) return known;
  const { label, lead, trail } = ENCODINGS[writing];
  const bytes: number[] = [];
  for (const [first, last] of lead)
    for (let one = first; one <= last; one++)
      for (const [low, high] of trail) for (let other = low; other <= high; other++) bytes.push(one, other, 0x0a);
  const set = new Set(new TextDecoder(label).decode(Uint8Array.from(bytes)).match(/\p{Script=Han}/gu));
  sets.set(writing, set);
  return set;
}

/**
 * @param locale of a language that is written in Chinese characters
 * @returns `zh-Hans` or `zh-Hant` where a text is plainly in another writing than the locale's
 */
export function otherHanWriting(text: string, locale: string): string | undefined {
  const script = new Intl.Locale(locale).maximize().script;
  if (script !== 'Hans' && script !== 'Hant' && script !== 'Jpan') return undefined;
  const characters = text.match(/\p{Script=Han}/gu) ?? [];
  const foreignTo = (writing: HanWriting) => {
    const own = charactersOf(writing);
    return characters.filter((one) => !own.has(one)).length;
  };
  const others = foreignTo(script);
  if (others < LEAST_OTHERS || others * OTHERS_SHARE < characters.length) return undefined;
  const writing = (['Hans', 'Hant'] as const).find((one) => one !== script && foreignTo(one) * 2 < others);
  return writing === undefined ? undefined : `zh-${writing}`;
}
