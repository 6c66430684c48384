/** Languages as Google Cloud Translation names them ("Language support"). */

const CODES: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', fil: 'tl', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', zh: 'zh-CN' };
/** Varieties that it tells apart; of any other it takes the language. */
const VARIETIES: ReadonlySet<string> = new Set(['pt-BR', 'pt-PT', 'fr-CA', 'fr-FR', 'zh-CN', 'zh-TW', 'mni-Mtei', 'pa-Arab', 'ms-Arab']);

/** @param locale BCP 47 */
export function languageCode(locale: string): string {
  const { language, script, region } = new Intl.Locale(locale);
  if (language === 'zh' && (region === 'TW' || region === 'HK' || region === 'MO')) return 'zh-TW';
  for (const code of [`${language}-${script}`, `${language}-${region}`]) {
    if (CODES[code] !== undefined) return CODES[code];
    if (VARIETIES.has(code)) return code;
  }
  return CODES[language] ?? language;
}
