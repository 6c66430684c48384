/** What a model or a server writes before an answer to say which language it is in: "Spanish: ", "[ES] ", "Translation (es-ES): ". */

import { tagOf } from '../languages/lookup.ts';

const patterns = new Map<string, { readonly named: RegExp; readonly coded: RegExp }>();

// biome-ignore format: a list
const WORDS = "(?:(?:the|my|your|final|full|best|correct(?:ed)?|improved|revised|direct|la|le|die)\\s+){0,3}(?:translat(?:ion|ed(?: text)?)|output|answer|result|response|target(?: text)?|assistant|traducci[oó]n|traducció|traduction|traduzione|tradução|traducere|übersetzung|vertaling|översättning|oversættelse|oversettelse|tłumaczenie|przekład|перевод|переклад|превод|překlad|preklad|prijevod|prevod|çeviri|fordítás|käännös|tõlge|tulkojums|vertimas|μετάφραση|bản dịch|terjemahan|翻译|翻譯|译文|譯文|翻訳|訳文|번역|الترجمة|ترجمة|תרגום|अनुवाद|respuesta|réponse|antwort)(?:\\s+final[ei]?)?";

/**
 * @param from of the text that was sent
 * @param to of the answer
 * @returns the label at the answer's start with what separates it from the words; the empty string where there is none
 */
export function labelOf(answer: string, from: string, to: string): string {
  const { named, coded } = patternsOf(from, to);
  return named.exec(answer)?.[0] ?? coded.exec(answer)?.[0] ?? '';
}

function patternsOf(from: string, to: string) {
  const key = `${from} ${to}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const names = new Set([...namesOf(to, ['en', from, to])].map(quoted));
  const language = `(?:${[...names].sort((a, b) => b.length - a.length).join('|')})`;
  // With a region of any kind: a model asked for es may answer for es-MX.
  const code = `(?:${[to, tagOf(to), to.split('-')[0] ?? to].map((tag) => quoted(tag).replaceAll('-', '[-_]')).join('|')})(?:[-_][a-z\\d]{2,8}){0,2}`;
  const aside = '(?:\\s*[(\\[（][^()\\[\\]（）:：]{1,40}[)\\]）])?';
  const label = `(?:(?:(?:in|to|en|auf|på|na|на|w|em)\\s+)?${language}(?:\\s+(?:${WORDS}|version|text))?|(?:${WORDS})(?:\\s+(?:in(?:to)?|to|al|en|au|ins?|auf|til|på|na|на|em|para)\\s+(?:\\p{L}{1,4}\\s+)?${language})?)`;
  const made = {
    named: new RegExp(`^[\\s*_#>"“«]*${label}${aside}[*_"”»]*\\s*[:：][*_"”»]*\\s*`, 'iu'),
    coded: new RegExp(
      `^\\s*(?:[\\[(<«{【]|&lt;)+\\s*(?:${code}|${language})\\s*(?:[\\])>»}】]|&gt;)+\\s*[:：]?\\s*|^\\s*&gt;&gt;\\s*[\\w-]{2,12}\\s*&lt;&lt;\\s*|^\\s*(?:${code})\\s*[:：]\\s+|^\\s*_*[a-z]{3}_[A-Z][a-z]{3}_*\\s+|^\\s*&lt;2[a-z]{2,3}(?:_\\w+)?&gt;\\s*`,
      'iu',
    ),
  };
  patterns.set(key, made);
  return made;
}

function namesOf(locale: string, languages: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const language of languages)
    for (const tag of [locale, tagOf(locale)])
      for (const languageDisplay of ['dialect', 'standard'] as const) {
        const name = nameOf(tag, language, languageDisplay);
        if (name !== undefined && name.length > 1) names.add(name);
      }
  return names;
}

function nameOf(tag: string, language: string, languageDisplay: 'dialect' | 'standard'): string | undefined {
  try {
    return new Intl.DisplayNames(language, { type: 'language', languageDisplay, fallback: 'none' }).of(tag);
  } catch {
    // Not a tag that ICU takes: there is no name to look for.
    return undefined;
  }
}

const quoted = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
