/** Shares in hundredths: `4.5%`, which a translation that keeps the figure says is one too. */

import { figures } from './figures.ts';

const SIGN = /[%％٪‰]/u;
const SIGN_BEHIND = /^\s?[%％٪‰]/u;
/** Words for it that CLDR has not, or not in this case: Croatian `posto`, Serbian `odsto`, Chinese `百分之`, and what they are made into. */
const WORDS =
  /p[eo]r[ -]?cent|percent|per?cien|pro[csz]ent|pros(?:enti|entti)|pro[czs]|posto|odsto|yüzde|відсот|процент|пайыз|foiz|אחוז|בالمئة|مئة|مائة|مئوي|درصد|فیصد|فीसद|प्रतिशत|फ़?ीसदी|パーセント|ポイント|百分|割|퍼센트|프로|ร้อยละ|เปอร์เซ็นต์|phần trăm/iu;

/** Letters of a word that its forms share. */
const STEM = 5;

const known = new Map<string, string>();

/** The word of a language, cut where its endings begin. */
function wordOf(locale: string): string {
  const cut = known.get(locale);
  if (cut !== undefined) return cut;
  const text = new Intl.NumberFormat(locale, { style: 'unit', unit: 'percent', unitDisplay: 'long' }).format(5);
  const [longest = ''] = (text.match(/[\p{L}\p{M}]{2,}/gu) ?? []).toSorted((a, b) => b.length - a.length);
  const word = longest.toLowerCase().slice(0, STEM);
  known.set(locale, word);
  return word;
}

/**
 * Figures that are shares in the source, and stand in the target where nothing says that they are.
 * @returns as the source has them
 */
export function lostPercents(source: string, target: string, from: string, to: string): string[] {
  if (!SIGN.test(source) || SIGN.test(target) || WORDS.test(target)) return [];
  const word = wordOf(to);
  if (word !== '' && target.toLowerCase().includes(word)) return [];
  const there = new Set(figures(target, to).flatMap(({ readings }) => readings.flat()));
  return figures(source, from)
    .filter(({ end, readings }) => SIGN_BEHIND.test(source.slice(end)) && readings.some((one) => one.every((value) => there.has(value))))
    .map(({ raw }) => raw);
}
