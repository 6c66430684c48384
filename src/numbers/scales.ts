/**
 * Words that multiply a figure: thousand, milliard, 万, lakh. By language, each a regular expression's source for the word
 * as it follows the figure. The long scale's billion (10^12) and the short scale's (10^9) are each language's own
 * (CLDR compact number patterns, and the forms that newspapers write).
 */

export interface Scale {
  readonly pattern: RegExp;
  readonly factor: number;
  /** The word also has another sense right after a figure (`100 m`). */
  readonly doubtful: boolean;
}

const K = 1e3;
const M = 1e6;
const G = 1e9;
const T = 1e12;

/** A trailing `?` marks a doubtful word. Longer words stand before their own beginnings. */
// biome-ignore format: one line a language reads as a table
const TABLE: Record<string, readonly (readonly [number, string])[]> = {
  en: [[K, 'thousand|k'], [M, 'million|mill?n|mio|m?'], [G, 'billion|bill?n|bn|b?'], [T, 'trillion|trn|tn'], [1e5, 'lakhs?'], [1e7, 'crores?'], [12, 'dozen'], [100, 'hundred']],
  es: [[G, 'mil(?:es de)? (?:millones|mill?\\.|M)|mil M|millardos?|mm?'], [K, 'mil|k'], [M, 'mill(?:ones|ón)|mill?\\.?|M'], [T, 'bill(?:ones|ón)|b?'], [1e18, 'trill(?:ones|ón)']],
  ca: [[G, 'mil (?:milions|M)|miliards?|mm?'], [K, 'mil|k'], [M, 'mili(?:ons|ó)|M'], [T, 'bili(?:ons|ó)']],
  gl: [[G, 'mil millóns'], [K, 'mil'], [M, 'mill(?:óns|ón)'], [T, 'bill(?:óns|ón)']],
  pt: [[G, 'mil mil(?:hões|hão)|b[ie]l(?:hões|hão|iões|ião)|bi|mm?'], [K, 'mil|k'], [M, 'mil(?:hões|hão)|mi|M'], [T, 'tri(?:lhões|lhão|liões|lião)?']],
  fr: [[G, 'milliards?|mds?|mrds?'], [M, 'millions?|mio|M'], [K, 'mille|milliers?|k'], [T, 'billions?']],
  it: [[G, 'miliard[oi]|mld|mrd'], [M, 'milion[ei]|mln|mio'], [K, 'mila|mille|k'], [T, 'bilion[ei]|mila miliardi']],
  ro: [[G, '(?:de )?miliarde?|mld\\.?|mrd\\.?'], [M, '(?:de )?mili(?:oane|on)|mil\\.|mln\\.?'], [K, '(?:de )?mii|mie'], [T, '(?:de )?trilioane?']],
  de: [[G, 'milliarden?|mrd\\.?|mia\\.?'], [M, 'million(?:en)?|mio\\.?|mill\\.'], [K, 'tausend|tsd\\.?|k'], [T, 'billion(?:en)?|bio\\.?']],
  nl: [[G, 'miljard|mld\\.?|mrd\\.?'], [M, 'miljoen|mln\\.?'], [K, 'duizend'], [T, 'biljoen']],
  sv: [[G, 'miljard(?:er)?|mdr|mrd'], [M, 'miljon(?:er)?|mn|mkr|milj\\.?'], [K, 'tusen|t?kr?'], [T, 'biljon(?:er)?']],
  da: [[G, 'milliard(?:er)?|mia\\.?|mrd\\.?'], [M, 'million(?:er)?|mio\\.?'], [K, 'tusind|t\\.'], [T, 'billion(?:er)?']],
  no: [[G, 'milliard(?:er)?|mrd\\.?'], [M, 'million(?:er)?|mill\\.?'], [K, 'tusen'], [T, 'billion(?:er)?']],
  fi: [[G, 'miljard\\p{L}*|mrd\\.?'], [M, 'miljoon\\p{L}*|milj\\.?'], [K, 'tuhat|tuhan\\p{L}*|tuhans\\p{L}*|t\\.'], [T, 'biljoon\\p{L}*']],
  hu: [[G, 'milliárd\\p{L}*|mrd\\.?|Mrd'], [M, 'millió\\p{L}*|m\\.'], [K, 'ezer\\p{L}*|e\\.'], [T, 'billió\\p{L}*']],
  pl: [[G, 'miliard\\p{L}*|mld\\.?'], [M, 'milion\\p{L}*|mln\\.?'], [K, 'tysi[ąę]c\\p{L}*|tys\\.?'], [T, 'bilion\\p{L}*|bln']],
  cs: [[G, 'miliard\\p{L}*|mld\\.?'], [M, 'mili[oó]n\\p{L}*|mil\\.|mio\\.?'], [K, 'tisíc\\p{L}*|tis\\.'], [T, 'bili[oó]n\\p{L}*']],
  uk: [[G, 'мільярд\\p{L}*|млрд\\.?'], [M, 'мільйон\\p{L}*|млн\\.?'], [K, 'тисяч\\p{L}*|тис\\.?'], [T, 'трильйон\\p{L}*|трлн\\.?']],
  ru: [[G, 'миллиард\\p{L}*|млрд\\.?'], [M, 'миллион\\p{L}*|млн\\.?'], [K, 'тысяч\\p{L}*|тыс\\.?'], [T, 'триллион\\p{L}*|трлн\\.?']],
  be: [[G, 'мільярд\\p{L}*|млрд\\.?'], [M, 'мільён\\p{L}*|млн\\.?'], [K, 'тысяч\\p{L}*|тыс\\.?'], [T, 'трыльён\\p{L}*|трлн\\.?']],
  bg: [[G, 'милиард\\p{L}*|млрд\\.?'], [M, 'милион\\p{L}*|млн\\.?'], [K, 'хиляд\\p{L}*|хил\\.?'], [T, 'трилион\\p{L}*|трлн\\.?']],
  sr: [[G, 'милијард\\p{L}*|milijard\\p{L}*|mlrd\\.?'], [M, 'милион\\p{L}*|milij?un\\p{L}*|milion\\p{L}*|mil\\.'], [K, 'хиљад\\p{L}*|hiljad\\p{L}*|tisuć\\p{L}*'], [T, 'билион\\p{L}*|bilijun\\p{L}*']],
  el: [[G, 'δισεκατομμ[υύ]ρι\\p{L}*|δισ\\.?'], [M, 'εκατομμ[υύ]ρι\\p{L}*|εκατ\\.?'], [K, 'χιλι[άα]δ\\p{L}*|χίλι\\p{L}*|χιλ\\.'], [T, 'τρισεκατομμ[υύ]ρι\\p{L}*|τρισ\\.?']],
  tr: [[G, 'milyar\\p{L}*|mr\\.?'], [M, 'milyon\\p{L}*|mn\\.?'], [K, 'bin\\p{L}*'], [T, 'trilyon\\p{L}*']],
  ar: [[G, '(?:ال)?(?:مليار|ملياري|بليون|مليارات|بلايين)\\p{L}*'], [M, '(?:ال)?(?:مليون|ملايين)\\p{L}*'], [K, '(?:ال)?(?:ألف|آلاف|الف|ألفا|ألفًا)\\p{L}*'], [T, '(?:ال)?(?:تريليون|ترليون)\\p{L}*']],
  he: [[G, '\\p{L}?מיליארד\\p{L}*'], [M, '\\p{L}?מיליו[ןנ]\\p{L}*|\\p{L}?מליון'], [K, 'אלף|אלפי\\p{L}?'], [T, 'טריליו[ןנ]\\p{L}*']],
  fa: [[G, 'میلیارد'], [M, 'میلیون'], [K, 'هزار'], [T, 'تریلیون|هزار میلیارد']],
  ur: [[G, 'ارب|بلین'], [M, 'ملین'], [K, 'ہزار'], [1e5, 'لاکھ'], [1e7, 'کروڑ'], [T, 'کھرب|ٹریلین']],
  hi: [[G, 'अरब|बिलियन|बिल्यन'], [M, 'मिलियन|मिलीयन|दस लाख'], [1e5, 'लाख'], [1e7, 'करोड़|करोड़'], [K, 'हज़ार|हजार|हज़ार'], [1e11, 'खरब'], [T, 'ट्रिलियन']],
  bn: [[G, 'বিলিয়ন'], [M, 'মিলিয়ন'], [1e5, 'লাখ'], [1e7, 'কোটি'], [K, 'হাজার']],
  ja: [[T, '兆'], [1e8, '億'], [1e4, '万|萬'], [K, '千'], [100, '百'], [M, 'ミリオン|百万'], [G, 'ビリオン|十億']],
  zh: [[T, '万亿|萬億|兆'], [1e8, '亿|億'], [1e7, '千万|千萬'], [M, '百万|百萬'], [1e4, '万|萬'], [K, '千(?![米克瓦卡赫伏])'], [100, '百(?!分)'], [G, '十亿|十億']],
  ko: [[T, '조?'], [1e8, '억'], [1e4, '만'], [1e7, '천만'], [K, '천'], [M, '백만'], [G, '십억']],
  vi: [[G, 'tỷ|tỉ'], [M, 'triệu'], [K, 'nghìn|ngàn'], [T, 'nghìn tỷ|nghìn tỉ|ngàn tỷ']],
  id: [[G, 'miliar|milyar'], [M, 'juta|jt'], [K, 'ribu|rb'], [T, 'triliun']],
};
const SAME: Record<string, string> = { sk: 'cs', hr: 'sr', bs: 'sr', sl: 'sr', nb: 'no', nn: 'no', ms: 'id', mr: 'hi', ne: 'hi' };
/** Written without spaces: no word ends here. */
const DENSE = new Set(['ja', 'zh', 'ko']);

const known = new Map<string, readonly Scale[] | undefined>();

/** The scale words of a locale, longest first; undefined for a language without a table. */
export function scalesOf(locale: string): readonly Scale[] | undefined {
  const language = locale.split('-')[0]?.toLowerCase() ?? '';
  if (!known.has(language)) {
    const rows = TABLE[SAME[language] ?? language];
    const end = DENSE.has(language) ? '' : '(?![\\p{L}\\p{M}])';
    const scales = rows?.flatMap(([factor, words]) =>
      words.split(/\|(?![^(]*\))/).map((word) => {
        const doubtful = /^\p{L}\?$/u.test(word) || /^[a-z]{1,2}\?$/u.test(word);
        const source = doubtful ? word.slice(0, -1) : word;
        // A capital letter alone is an abbreviation; all else may be capitalized or not.
        return { factor, doubtful, length: source.length, pattern: new RegExp(`^(?:${source})${end}`, source === 'M' ? 'u' : 'iu') };
      }),
    );
    scales?.sort((a, b) => b.length - a.length);
    known.set(language, scales);
  }
  return known.get(language);
}
