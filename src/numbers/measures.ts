/** Measures that translators convert: a mile is a kilometre and a half on the other side, give or take a rounding. */

interface Conversion {
  /** The measure's names in the languages of either side, for lower-case text. */
  readonly names: RegExp;
  /** Values on the other side for one value. */
  readonly factors: readonly number[];
}

const word = (stems: string) => new RegExp(`(?<![\\p{L}])(?:${stems})`, 'u');

/** Factors: NIST Handbook 44, appendix C. To metric, and to its hundreds and thousandths where people write those. */
const IMPERIAL: readonly Conversion[] = [
  {
    names: word(
      'miles?\\b|mph|mi\\b|mill(?:a|e)s?\\b|milh|migli|meile|mijl|mil\\b|mila|mile|mil[íy]|mérföld|mailia|μίλ|мил|миль|ميل|أميال|מייל|mil(?:e|i)|मील|マイル|英里|마일|dặm|مایل',
    ),
    factors: [1.609344, 1609.344],
  },
  { names: word('yards?|yd|yarda|jard|ярд|ياردة|יארד|गज|ヤード|码|碼|야드'), factors: [0.9144] },
  {
    names: word(
      'foot|feet|ft\\b|pies?\\b|peus?\\b|pieds?\\b|fuß|fuss|piedi|pés\\b|стоп|фут|stóp|stop|قدم|أقدام|רגל|फ[ुी]ट|フィート|英尺|피트',
    ),
    factors: [0.3048, 30.48],
  },
  {
    names: word('inch|inches|pulgad|polzad|polegad|pouces?|zoll|pollic|cal[ie]?\\b|palc|дюйм|بوصة|אינץ|इंच|インチ|英寸|인치'),
    factors: [2.54, 25.4, 0.0254],
  },
  {
    names: word('pounds?|lbs?\\b|libra|lliure|livres?\\b|pfund|libbre|funt|liber|фунт|رطل|ליבר|फ[्]?पाउंड|पाउंड|ポンド|磅|파운드|stones?\\b'),
    factors: [0.45359237, 6.35029318],
  },
  { names: word('ounces?|oz\\b|onza|unç|onces?|unze|unc|унц|أوقية|オンス|盎司|온스'), factors: [28.349523] },
  { names: word('acres?|hectáre|hectàr|acri|akr|акр|فدان|אקר|एकड़|エーカー|英亩|英畝|에이커'), factors: [0.40468564, 4046.8564] },
  { names: word('gallons?|gal\\b|gal[oó]n|gall|галон|галлон|ガロン|加仑|갤런'), factors: [3.785411784, 4.54609] },
  {
    names: word('square miles?|sq ?mi|millas cuadradas|quadratmeile|кв\\. мил|квадратн\\p{L}* мил|平方マイル|平方英里'),
    factors: [2.58998811],
  },
  { names: word('dunam|דונם|דונמים|دونم|dönüm'), factors: [0.1] },
  { names: word('tons?\\b'), factors: [0.90718474, 1.0160469] },
];
/** A conversion is rounded as its writer sees fit: "about 30 yards" is 25 to 30 metres. */
const TOLERANCE = 0.08;
const DEGREES = /°|degrees?|fahrenheit|celsius|град|grad|درجة|度|도|độ|डिग्री|מעלות|fok/iu;

/**
 * @param text the words that the values come from
 * @returns a test whether a figure of the other side may be one of the values in another measure
 */
export function conversions(values: readonly number[], text: string): (other: number) => boolean {
  const lower = text.toLowerCase();
  const expected: number[] = [];
  for (const { names, factors } of IMPERIAL)
    if (names.test(lower)) for (const factor of factors) for (const value of values) expected.push(value * factor, value / factor);
  // "6-foot-6", "5ft 8in".
  const feet = /(\d+)[\s-]?(?:foot|feet|ft)[\s-]?(\d+)/.exec(lower);
  if (feet !== null) {
    const metres = Number(feet[1]) * 0.3048 + Number(feet[2]) * 0.0254;
    expected.push(metres, metres * 100, Math.floor(metres));
    expected.push(Math.round((metres % 1) * 100));
  }
  const temperatures = DEGREES.test(text) ? values.flatMap((value) => [((value - 32) * 5) / 9, (value * 9) / 5 + 32]) : [];
  if (expected.length === 0 && temperatures.length === 0) return () => false;
  return (other) =>
    expected.some((value) => Math.abs(other - value) <= Math.abs(value) * TOLERANCE || other === Math.floor(value)) ||
    temperatures.some((value) => Math.abs(other - value) <= 1.5);
}
