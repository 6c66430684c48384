/** How long a translation is likely to be. */

/**
 * Characters (code points) of a language for one of English, and how much wider its spread is than that of the closest
 * pairs. Measured on news (NTREX-128, median) for ar ca de es fr he hi ja pl ru tr uk zh; for the others the ratio of the
 * Universal Declaration of Human Rights times 1.06, which is what news adds to it in the languages measured on both.
 */
// biome-ignore format: a table
const LANGUAGES: Record<string, readonly [ratio: number, spread: number]> = {
  en: [1, 1], ar: [0.92, 1.15], ca: [1.15, 1], de: [1.18, 1], es: [1.15, 1], fr: [1.18, 1.05], he: [0.81, 1], hi: [1.05, 1.05], ja: [0.47, 1.4],
  pl: [1.12, 1.2], ru: [1.1, 1.2], tr: [1.07, 1.15], uk: [1.05, 1.1], zh: [0.35, 1.6],
  be: [1.1, 1.2], bg: [1.12, 1.1], bn: [0.97, 1.15], bs: [0.99, 1.1], cs: [0.99, 1.2], da: [1.07, 1.1], el: [1.18, 1.15], et: [1.05, 1.15], eu: [1.09, 1.15],
  fa: [0.94, 1.2], fi: [1.07, 1.2], gl: [1.12, 1], hr: [0.99, 1.1], hu: [1.12, 1.2], hy: [1.1, 1.2], id: [1.14, 1.1], is: [1.02, 1.1], it: [1.17, 1.1],
  ka: [1.15, 1.2], ko: [0.5, 1.5], lt: [1.06, 1.15], lv: [1.04, 1.15], mk: [1.07, 1.1], nb: [1.02, 1], nl: [1.16, 1.1], no: [1.02, 1], pt: [1.12, 1.1],
  ro: [1.16, 1.15], sk: [1, 1.15], sl: [1.02, 1.1], sq: [1.1, 1.1], sr: [0.98, 1.1], sv: [1.04, 1.1], sw: [1, 1.2], ta: [1.25, 1.3], th: [0.92, 1.3],
  tl: [1.2, 1.2], ur: [0.97, 1.2], vi: [1.12, 1.2],
};
const UNKNOWN: readonly [number, number] = [1.05, 1.6];

/**
 * How far a target's length is from the likely one, in standard deviations: 0 as expected, negative for too short.
 * The logarithm of the ratio is about normal; its variance falls with length (fitted on NTREX-128: 0.002 + 2 / characters).
 */
export function lengthScore(source: string, target: string, from: string, to: string): number {
  const [ratioFrom, spreadFrom] = LANGUAGES[language(from)] ?? UNKNOWN;
  const [ratioTo, spreadTo] = LANGUAGES[language(to)] ?? UNKNOWN;
  const sourceLength = length(source) / ratioFrom;
  const expected = Math.log(ratioTo);
  const deviation = Math.sqrt(0.002 + 2 / Math.max(sourceLength, 8)) * Math.max(spreadFrom, spreadTo);
  return (Math.log(Math.max(length(target), 1) / Math.max(sourceLength, 1)) - expected) / deviation;
}

/** Code points, the white space around left out. */
function length(text: string): number {
  let count = 0;
  for (const _ of text.trim()) count++;
  return count;
}

function language(locale: string): string {
  return locale.split('-')[0]?.toLowerCase() ?? '';
}
