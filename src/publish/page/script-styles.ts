/**
 * How each script is set: its fonts, the room between its lines, its way to stress a word. A stylesheet made for Latin letters cuts
 * the vowel signs of Devanagari and Thai, spaces out Arabic letters that must join, and slants scripts that have no slanted form.
 */

/** Values of custom properties that the stylesheet sets its text with; what a script leaves out is as in Latin. */
export interface ScriptStyle {
  /** Ranges of `:lang()`: a language covers its regions; a later row of the table wins. */
  readonly languages: readonly string[];
  readonly serif: string;
  readonly sans: string;
  /** Line height of running text. */
  readonly leading?: number;
  /** Line height of headlines: tall marks above and below must not touch those of the next line. */
  readonly tight?: number;
  /** Letter spacing of small labels; 0 for letters that join or hang from one line. */
  readonly tracking?: string;
  /** Letter spacing of headlines. */
  readonly display?: string;
  /** Of the size of Latin text, for scripts whose letters are drawn smaller or larger. */
  readonly scale?: number;
  /** The same of headlines. */
  readonly displayScale?: number;
  /** Whether the script has a slanted form that readers know; without one `emphasis` says how a word is stressed. */
  readonly italic?: boolean;
  readonly emphasis?: 'italic' | 'bold' | 'dots over' | 'dots under';
  readonly hyphens?: 'auto' | 'manual';
  /** Whether a first letter has a capital form to take. */
  readonly capitals?: boolean;
  /** `font-variant-numeric` of columns; old-style figures and widths are features of Latin, Greek and Cyrillic fonts. */
  readonly numerals?: string;
  /** More declarations for this script's text. */
  readonly more?: string;
}

const LATIN: ScriptStyle = {
  languages: [],
  serif: '"Source Serif 4", "Source Serif Pro", Charter, "Bitstream Charter", "Iowan Old Style", "Noto Serif", Cambria, Georgia, serif',
  sans: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif',
  leading: 1.6,
  tight: 1.12,
  tracking: '0.06em',
  display: '-0.015em',
  scale: 1,
  displayScale: 1,
  italic: true,
  emphasis: 'italic',
  hyphens: 'auto',
  capitals: true,
  numerals: 'tabular-nums lining-nums',
};

/** Scripts without capitals, slant and hyphens, whose letters join or hang together. */
const PLAIN = {
  tracking: '0',
  display: '0',
  italic: false,
  emphasis: 'bold',
  hyphens: 'manual',
  capitals: false,
  numerals: 'tabular-nums',
} as const;

const ARABIC = { ...PLAIN, leading: 1.85, tight: 1.45, scale: 1.1, displayScale: 0.9 } as const;
const INDIC = { ...PLAIN, leading: 1.75, tight: 1.42, displayScale: 0.9 } as const;
const CJK = { ...PLAIN, leading: 1.85, tight: 1.35, tracking: '0.02em', displayScale: 0.85, more: 'line-break: strict' } as const;

/** The Noto family of a script, with the fonts that phones and desktops bring. */
function fonts(script: string, serif: readonly string[], sans: readonly string[]): Pick<ScriptStyle, 'serif' | 'sans'> {
  const stack = (kind: string, own: readonly string[], last: string) =>
    [`Noto ${kind} ${script}`, ...own].map((name) => `"${name}"`).join(', ') + last;
  return {
    serif: stack('Serif', serif, ', "Noto Serif", Georgia, serif'),
    sans: stack('Sans', sans, ', system-ui, "Segoe UI", sans-serif'),
  };
}

const ARABIC_SANS = '"Noto Sans Arabic", system-ui, "Segoe UI", Tahoma, sans-serif';

/** Greek and Cyrillic are set as Latin is, and need no row of their own but for what their languages do otherwise. */
export const scriptStyles: readonly ScriptStyle[] = [
  {
    ...ARABIC,
    languages: ['ar', 'ckb', 'sd', 'ug', 'ps', 'az-Arab', 'ku-Arab', 'pa-Arab'],
    serif: '"Noto Naskh Arabic", "Geeza Pro", "Al Nile", "Sakkal Majalla", "Traditional Arabic", Amiri, "Noto Serif", Georgia, serif',
    sans: ARABIC_SANS,
  },
  {
    ...ARABIC,
    languages: ['fa'],
    serif: 'Vazirmatn, "Noto Naskh Arabic", "Geeza Pro", "B Nazanin", "Times New Roman", "Noto Serif", serif',
    sans: `Vazirmatn, ${ARABIC_SANS}`,
    leading: 1.95,
  },
  {
    // Nastaliq runs downhill: its lines are nearly twice as high as those of Naskh.
    ...ARABIC,
    languages: ['ur', 'ks', 'skr'],
    serif: '"Noto Nastaliq Urdu", "Jameel Noori Nastaleeq", "Urdu Typesetting", "Noto Naskh Arabic", serif',
    sans: '"Noto Nastaliq Urdu", "Urdu Typesetting", "Noto Sans Arabic", system-ui, sans-serif',
    leading: 2.3,
    tight: 2,
    scale: 1.05,
    displayScale: 0.8,
  },
  {
    ...PLAIN,
    languages: ['he', 'yi'],
    serif: '"Noto Serif Hebrew", "Frank Ruehl CLM", "New Peninim MT", David, "Times New Roman", serif',
    sans: '"Noto Sans Hebrew", system-ui, "Segoe UI", Arial, sans-serif',
    leading: 1.65,
    tight: 1.2,
  },
  {
    ...INDIC,
    languages: ['hi', 'mr', 'ne', 'sa', 'mai', 'kok', 'bho'],
    ...fonts('Devanagari', ['Kohinoor Devanagari', 'Nirmala UI'], ['Kohinoor Devanagari', 'Nirmala UI']),
  },
  { ...INDIC, languages: ['bn', 'as'], ...fonts('Bengali', ['Kohinoor Bangla', 'Nirmala UI'], ['Kohinoor Bangla', 'Nirmala UI']) },
  { ...INDIC, languages: ['pa'], ...fonts('Gurmukhi', ['Gurmukhi MN', 'Nirmala UI'], ['Gurmukhi MN', 'Nirmala UI']) },
  { ...INDIC, languages: ['gu'], ...fonts('Gujarati', ['Gujarati MT', 'Nirmala UI'], ['Kohinoor Gujarati', 'Nirmala UI']) },
  { ...INDIC, languages: ['or'], ...fonts('Oriya', ['Oriya MN', 'Nirmala UI'], ['Oriya MN', 'Nirmala UI']) },
  { ...INDIC, languages: ['ta'], ...fonts('Tamil', ['Tamil MN', 'Nirmala UI'], ['Tamil Sangam MN', 'Nirmala UI']), scale: 0.97 },
  { ...INDIC, languages: ['te'], ...fonts('Telugu', ['Kohinoor Telugu', 'Nirmala UI'], ['Kohinoor Telugu', 'Nirmala UI']), tight: 1.5 },
  { ...INDIC, languages: ['kn'], ...fonts('Kannada', ['Kannada MN', 'Nirmala UI'], ['Kannada MN', 'Nirmala UI']), tight: 1.5 },
  {
    ...INDIC,
    languages: ['ml'],
    ...fonts('Malayalam', ['Malayalam MN', 'Nirmala UI'], ['Malayalam Sangam MN', 'Nirmala UI']),
    scale: 0.95,
  },
  { ...INDIC, languages: ['si'], ...fonts('Sinhala', ['Sinhala MN', 'Nirmala UI'], ['Sinhala Sangam MN', 'Nirmala UI']), tight: 1.5 },
  {
    // Two storeys of marks above a letter, one below.
    ...PLAIN,
    languages: ['th'],
    ...fonts('Thai', ['Thonburi', 'Leelawadee UI'], ['Thonburi', 'Leelawadee UI']),
    leading: 1.8,
    tight: 1.5,
    displayScale: 0.9,
  },
  {
    ...PLAIN,
    languages: ['lo'],
    ...fonts('Lao', ['Lao MN', 'Leelawadee UI'], ['Lao Sangam MN', 'Leelawadee UI']),
    leading: 1.8,
    tight: 1.5,
    displayScale: 0.9,
  },
  {
    // Letters are stacked below one another.
    ...PLAIN,
    languages: ['km'],
    ...fonts('Khmer', ['Khmer MN', 'Leelawadee UI'], ['Khmer Sangam MN', 'Leelawadee UI']),
    leading: 1.95,
    tight: 1.7,
    displayScale: 0.85,
  },
  {
    ...PLAIN,
    languages: ['my', 'shn'],
    ...fonts('Myanmar', ['Myanmar MN', 'Myanmar Text'], ['Myanmar Sangam MN', 'Myanmar Text']),
    leading: 2,
    tight: 1.75,
    scale: 0.95,
    displayScale: 0.8,
  },
  {
    ...PLAIN,
    languages: ['bo', 'dz'],
    ...fonts('Tibetan', ['Kailasa', 'Microsoft Himalaya'], ['Kailasa', 'Microsoft Himalaya']),
    leading: 1.9,
    tight: 1.6,
    scale: 1.15,
  },
  {
    ...PLAIN,
    languages: ['am', 'ti'],
    ...fonts('Ethiopic', ['Kefa', 'Nyala'], ['Kefa', 'Ebrima']),
    leading: 1.75,
    tight: 1.3,
  },
  { languages: ['hy'], ...fonts('Armenian', ['Mshtakan', 'Sylfaen'], ['Mshtakan', 'Segoe UI']), leading: 1.65, tight: 1.18 },
  // Mkhedruli has no capitals: Mtavruli is for whole words, and a first letter in it is a mistake.
  {
    languages: ['ka'],
    ...fonts('Georgian', ['Helvetica', 'Sylfaen'], ['Helvetica', 'Segoe UI']),
    leading: 1.65,
    tight: 1.22,
    italic: false,
    emphasis: 'bold',
    capitals: false,
  },
  {
    ...CJK,
    languages: ['ja'],
    serif: '"Hiragino Mincho ProN", "Yu Mincho", YuMincho, "Noto Serif CJK JP", "Noto Serif JP", serif',
    sans: '"Hiragino Sans", "Yu Gothic", "Noto Sans CJK JP", "Noto Sans JP", system-ui, sans-serif',
    emphasis: 'dots over',
  },
  {
    ...CJK,
    languages: ['zh'],
    serif: '"Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", SimSun, serif',
    sans: '"PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", system-ui, sans-serif',
    emphasis: 'dots under',
  },
  {
    ...CJK,
    languages: ['zh-Hant', 'zh-TW', 'zh-MO', 'zh-HK', 'yue'],
    serif: '"Songti TC", "Source Han Serif TC", "Noto Serif CJK TC", "Noto Serif TC", PMingLiU, serif',
    sans: '"PingFang TC", "Noto Sans CJK TC", "Microsoft JhengHei", system-ui, sans-serif',
    emphasis: 'dots under',
  },
  {
    ...CJK,
    languages: ['zh-HK', 'zh-Hant-HK', 'zh-Hant-MO', 'yue'],
    serif: '"Songti TC", "Source Han Serif HC", "Noto Serif CJK HK", "Noto Serif HK", "Noto Serif CJK TC", PMingLiU, serif',
    sans: '"PingFang HK", "Noto Sans CJK HK", "Noto Sans CJK TC", "Microsoft JhengHei", system-ui, sans-serif',
    emphasis: 'dots under',
  },
  {
    // Words are divided by spaces, and lines between words.
    ...CJK,
    languages: ['ko'],
    serif: 'AppleMyungjo, "Noto Serif CJK KR", "Noto Serif KR", Batang, serif',
    sans: '"Apple SD Gothic Neo", "Noto Sans CJK KR", "Malgun Gothic", system-ui, sans-serif',
    leading: 1.75,
    more: 'line-break: strict; word-break: keep-all',
  },
  // Long compounds: a headline may be divided where no other way is left.
  { ...LATIN, languages: ['de', 'nl', 'fi', 'et', 'hu', 'sv', 'nb', 'nn', 'da', 'is'], more: '--headline-hyphens: auto' },
];

/** @returns rules for a stylesheet: Latin for every element that names its language, then each script by its languages */
export function scriptCss(): string {
  const latin = rule(':root, :where([lang])', LATIN);
  const rows = scriptStyles.map((style) => rule(style.languages.map((one) => `[lang]:lang(${one})`).join(', '), { ...LATIN, ...style }));
  return [latin, ...rows].join('');
}

function rule(selector: string, style: ScriptStyle): string {
  const { emphasis } = style;
  const declarations = [
    `--serif: ${style.serif}`,
    `--sans: ${style.sans}`,
    `--leading: ${style.leading}`,
    `--tight: ${style.tight}`,
    `--tracking: ${style.tracking}`,
    `--display-tracking: ${style.display}`,
    `--scale: ${style.scale}`,
    `--display-scale: ${style.displayScale}`,
    `--italic: ${style.italic ? 'italic' : 'normal'}`,
    `--stress-weight: ${emphasis === 'bold' ? '600' : 'inherit'}`,
    `--stress-marks: ${emphasis?.startsWith('dots') ? 'filled dot' : 'none'}`,
    `--stress-position: ${emphasis === 'dots under' ? 'under right' : 'over right'}`,
    `--hyphens: ${style.hyphens}`,
    `--headline-hyphens: manual`,
    `--capital: ${style.capitals ? 'uppercase' : 'none'}`,
    `--numerals: ${style.numerals}`,
    ...(style.more === undefined ? [] : [style.more]),
  ];
  return `${selector} {\n  ${declarations.join(';\n  ')};\n}\n`;
}
