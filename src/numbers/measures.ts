/** Measures that translators convert: a mile is a kilometre and a half on the other side, give or take a rounding. */

interface Conversion {
  /** The measure's names in the languages of either side, for lower-case text. */
  readonly names: RegExp;
  /** Names of the measures that it is converted into. */
  readonly into: RegExp;
  /** Values on the other side for one value. */
  readonly factors: readonly number[];
}

/** @param stems alternatives that begin a word; @param dense names in scripts that have no spaces between words */
const names = (stems: string, dense: string) => new RegExp(`(?<![\\p{L}])(?:${stems})|${dense}`, 'u');

const METRES = names(
  'k?m\\b|km|cm\\b|mm\\b|kilom|kilóm|quil|chilom|centim|centím|zentim|milim|millim|met(?:er|re|ri|ro|ru|ró|ra|ry|r\\b)|mètre|mètr|m[ée]t|metara|μέτρ|χιλιόμ|χλμ|εκατοστ|км|см|мм|м\\b|кіло|кило|метр|санти|мілі|милли|سم|كم|متر|أمتار|كيلو|سنتي|ס["״“]?מ|ק["״“]?מ|מ["״“]מ|מטר|קילומ|किमी|किलोमी|मीटर|सेमी|सेंटी|कि\\.मी|کیلومتر|سانتی|ki-?lô|mét',
  'キロ|メートル|センチ|ミリ|公里|千米|米|厘米|公分|毫米|킬로|미터|센티',
);
const KILOGRAMS = names(
  'kg|kilo|quil|g\\b|gr|кг|кіло|кило|г\\b|грам|грамм|كيلو|كجم|غرام|جرام|ק["״“]ג|קילו|גרם|किलो|ग्राम|کیلو|χιλ|κιλ|γραμ',
  'キロ|グラム|公斤|千克|克|킬로|그램',
);
const AREAS = names(
  'km|kilom|kvadr|quadr|cuadr|carr|hect|hekt|ha\\b|га\\b|гект|кв|هكتار|دونم|dunam|dönüm|דונם|דונמים|הקטר|हेक्ट|هکتار|εκτάρ|στρ',
  'ヘクタール|平方|公顷|公頃|헥타르|제곱',
);
const LITRES = names('l\\b|lit|л\\b|літр|литр|لتر|ליטר|लीटर|λίτρ', 'リットル|升|리터');

/** Factors: NIST Handbook 44, appendix C; to metric, and to its hundreds and thousandths where people write those. */
const CONVERSIONS: readonly Conversion[] = [
  {
    names: names(
      'miles?\\b|mph|millas?\\b|milles?\\b|milhas?\\b|miglia|miglio|meilen?\\b|mijl|mil[aey]\\b|mil(?:í|ach|ami)\\b|mérföld|mail|μίλ|мил[яьіиею]\\p{L}{0,3}(?!\\p{L})|ميل|أميال|מייל|मील|dặm|مایل',
      'マイル|英里|마일',
    ),
    into: METRES,
    factors: [1.609344, 1609.344],
  },
  {
    names: names('yards?\\b|yd\\b|yardas?\\b|jardas?\\b|iardes?\\b|jard(?:y|ů|ów)?\\b|ярд|ياردة|יארד|गज|यार्ड', 'ヤード|码|碼|야드'),
    into: METRES,
    factors: [0.9144],
  },
  {
    names: names(
      'foot\\b|feet\\b|ft\\b|pies?\\b|peus?\\b|pieds?\\b|fuß|piedi\\b|pés?\\b|стоп|фут|stóp|stop[ay]?\\b|قدم|أقدام|רגל|फ[ुी]ट',
      'フィート|英尺|피트',
    ),
    into: METRES,
    factors: [0.3048, 30.48],
  },
  {
    names: names('inch|inches|pulgad|polzad|polegad|pouces?\\b|zoll\\b|pollic|cal[ie]?\\b|palc[eů]|дюйм|بوصة|אינץ|इंच', 'インチ|英寸|인치'),
    into: METRES,
    factors: [2.54, 25.4, 0.0254],
  },
  {
    names: names(
      'pounds?\\b|lbs?\\b|libras?\\b|lliur|livres?\\b|pfund|libbre|funt|liber|фунт|رطل|ליבר|पाउंड|stones?\\b',
      'ポンド|磅|파운드',
    ),
    into: KILOGRAMS,
    factors: [0.45359237, 6.35029318],
  },
  {
    names: names('ounces?\\b|oz\\b|onzas?\\b|unces?\\b|onces?\\b|unzen?\\b|unc[ij]|унц|أوقية', 'オンス|盎司|온스'),
    into: KILOGRAMS,
    factors: [28.349523],
  },
  {
    names: names('acres?\\b|acri\\b|akr(?:y|ů|ów)?\\b|акр|فدان|אקר|एकड़', 'エーカー|英亩|英畝|에이커'),
    into: AREAS,
    factors: [0.40468564, 4046.8564],
  },
  {
    names: names('square miles?|sq ?mi|millas cuadradas|quadratmeile|квадратн\\p{L}* мил', '平方マイル|平方英里'),
    into: AREAS,
    factors: [2.58998811],
  },
  // The dunam of the Levant is a tenth of a hectare.
  { names: names('hect|hekt|гект|הקטר|هكتار', 'ヘクタール|公顷'), into: AREAS, factors: [10] },
  { names: names('gallons?\\b|gal\\b|gal[oó]n|галон|галлон', 'ガロン|加仑|갤런'), into: LITRES, factors: [3.785411784, 4.54609] },
];
/** A conversion is rounded as its writer sees fit: "about 30 yards" is 25 to 30 metres. */
const TOLERANCE = 0.08;
const DEGREES = /°|degrees?|fahrenheit|celsius|град|grad|درجة|度|도|độ|डिग्री|מעלות|fok/iu;

/** What may have been converted between two texts; undefined where neither names a measure. */
export interface Conversions {
  /** @returns whether a figure of the other text may be one of this text's values in another measure */
  readonly accepts: (values: readonly number[], other: number) => boolean;
}

/**
 * @param text the words that the values come from
 * @param otherText the words of the other side
 */
export function conversionsBetween(text: string, otherText: string): Conversions | undefined {
  const [here, there] = [text.toLowerCase(), otherText.toLowerCase()];
  const factors: number[] = [];
  for (const conversion of CONVERSIONS) {
    if (conversion.names.test(here) && conversion.into.test(there)) factors.push(...conversion.factors);
    if (conversion.names.test(there) && conversion.into.test(here)) factors.push(...conversion.factors.map((factor) => 1 / factor));
  }
  const tall = height(here);
  const degrees = DEGREES.test(text) || DEGREES.test(otherText);
  if (factors.length === 0 && tall.length === 0 && !degrees) return undefined;
  const near = (value: number, other: number) => Math.abs(other - value) <= Math.abs(value) * TOLERANCE || other === Math.floor(value);
  return {
    accepts: (values, other) =>
      tall.some((value) => near(value, other)) ||
      values.some(
        (value) =>
          factors.some((factor) => near(value * factor, other)) ||
          (degrees && (Math.abs(other - ((value - 32) * 5) / 9) <= 1.5 || Math.abs(other - ((value * 9) / 5 + 32)) <= 1.5)),
      ),
  };
}

/** "6-foot-6", "5ft 8in": in metres, in centimetres, in metres and centimetres apart. */
function height(text: string): number[] {
  const feet = /(?<!\d)(\d+)[\s-]?(?:foot|feet|ft)[\s-]?(\d+)/.exec(text);
  if (feet === null) return [];
  const metres = Number(feet[1]) * 0.3048 + Number(feet[2]) * 0.0254;
  return [metres, metres * 100, Math.floor(metres), Math.round((metres % 1) * 100)];
}
