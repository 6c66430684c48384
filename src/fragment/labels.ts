/** What a model or a server writes before an answer to say which language it is in: "Spanish: ", "[ES] ", "Translation (es-ES): ". */

import { tagOf } from '../languages/lookup.ts';

const patterns = new Map<string, { readonly named: RegExp; readonly coded: RegExp }>();

// biome-ignore format: a list
const WORDS = "(?:(?:the|my|your|final|full|best|correct(?:ed)?|improved|revised|direct|la|le|die)\\s+){0,3}(?:translat(?:ion|ed(?: text)?)|output|answer|result|response|target(?: text)?|assistant|traducci[oó]n|traducció|traduction|traduzione|tradução|traducere|übersetzung|vertaling|översättning|oversættelse|oversettelse|tłumaczenie|przekład|перевод|переклад|превод|překlad|preklad|prijevod|prevod|çeviri|fordítás|käännös|tõlge|tulkojums|vertimas|μετάφραση|bản dịch|terjemahan|翻译|翻譯|译文|譯文|翻訳|訳文|번역|الترجمة|ترجمة|תרגום|अनुवाद|respuesta|réponse|antwort)(?:\\s+final[ei]?)?";

const TRANSLATED = new RegExp(WORDS, 'iu');

/** Words before the name of a language. */
const BEFORE =
  'in|in het|en|auf|på|i|na|на|w|w języku|в|v|em|în|la|σε|στα|in lingua|en langue|en idioma|на языке|мовою|v jazyce|v jazyku|po|по|bằng|dalam bahasa|ke bahasa|sang';

const VERSION = 'version|versi[oó]n|versió|versão|versione|verzi[ói]|wersja|text|texto|คำแปล';

/** Written together with the language's name. */
const JOINED = 'по-|ב|בשפה ה|ب(?:اللغة )?(?:ال)?|ال|ภาษา|bahasa ';

/** Names that CLDR has for what is the same language, or a part of it, to whoever writes a label. */
const RELATED: Readonly<Record<string, readonly string[]>> = {
  nb: ['no', 'nn'],
  nn: ['no', 'nb'],
  no: ['nb', 'nn'],
  nl: ['nl-BE'],
  zh: ['cmn', 'yue', 'zh-Hans', 'zh-Hant'],
  fa: ['prs'],
  sr: ['sr-Latn', 'sr-Cyrl', 'sh'],
  hr: ['sh'],
  ms: ['id'],
};

/** And those that CLDR has not. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  es: ['castellano', 'castilian', 'castellà', 'castillan', 'castigliano', 'kastilisch'],
  ca: ['valencià', 'valenciano', 'valencian'],
  fa: ['farsi'],
  nb: ['norsk', 'norwegian'],
  zh: ['mandarin', '汉语', '漢語', '普通话', '國語', '简体', '繁體'],
  cs: ['česky', 'český', 'česká'],
  sk: ['slovensky', 'slovenský', 'slovenská'],
  sl: ['slovensko', 'slovenski'],
  el: ['ελληνική'],
  fi: ['suomeksi', 'suomenkielinen'],
  et: ['eesti keeles', 'eestikeelne'],
  fil: ['tagalog'],
  tl: ['tagalog', 'filipino'],
  ro: ['moldovan', 'moldovenească', 'românește', 'românească'],
  hu: ['magyarul'],
  lt: ['lietuviškai'],
  lv: ['latviski', 'latviešu valodā'],
  eu: ['euskaraz'],
  tr: ['türkçesi'],
  ru: ['на русском языке'],
  nl: ['nederlandse'],
  he: ['עברית'],
  fr: ['française'],
  it: ['italiana'],
  pt: ['portuguesa'],
  uk: ['українська', 'український', 'українською'],
  hi: ['हिंदी'],
};

/**
 * Whether a label may be words of a translation: it names the language in its own words, and the source begins with the language, its
 * people or its country ("German — a hard language").
 */
export function mayBeWords(label: string, source: string, from: string, to: string): boolean {
  const lower = label.toLowerCase();
  const theirs = [...namesOf(to, [from])].map((name) => name.toLowerCase());
  if (/^\s*[[(<{«【&*_#]/.test(label) || TRANSLATED.test(label) || theirs.some((name) => lower.includes(name))) return false;
  const country = new Intl.DisplayNames(from, { type: 'region', fallback: 'none' }).of(new Intl.Locale(to).maximize().region ?? 'ZZ');
  const start = /^\W*(?:[\p{L}\p{M}’'-]+\W+){0,4}/u.exec(source)?.[0].toLowerCase() ?? '';
  return [...theirs, ...(country === undefined ? [] : [country.toLowerCase()])].some((name) => start.includes(name));
}

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
  const anyOf = (of: Iterable<string>) => [...of].sort((a, b) => b.length - a.length).join('|');
  const names = anyOf([...namesOf(to, ['en', from, to])].map(quoted));
  // Behind a preposition, and beside the word for a translation, a language's own speakers decline it: `по-русски`, `w języku polskim`.
  const stems = [...namesOf(to, [to])].filter((name) => /^\p{L}{5,}$/u.test(name)).map((name) => `${name.slice(0, -2)}\\p{L}{0,5}`);
  const declined = stems.length === 0 ? names : `${names}|(?:${anyOf(stems)})(?!\\p{L})`;
  const region = '(?:\\s+(?:d[eo]l?|da|du|d’|from|of|von|aus|din|van|av|fra|z)\\s+\\p{Lu}\\p{L}+)?';
  // With a region of any kind: a model asked for es may answer for es-MX.
  const code = `(?:${[to, tagOf(to), to.split('-')[0] ?? to].map((tag) => quoted(tag).replaceAll('-', '[-_]')).join('|')})(?:[-_][a-z\\d]{2,8}){0,2}`;
  const aside = '(?:\\s*[(\\[（][^()\\[\\]（）:：]{1,40}[)\\]）])?';
  const language = `(?:${names})${region}`;
  const label = [
    `(?:(?:${BEFORE})\\s+|${JOINED})(?:${declined})`,
    `(?:ภาษา|bahasa )?${language}(?:로| में|[訳文语語])?`,
    `(?:${declined})\\s*(?:${WORDS}|${VERSION})`,
    `(?:${WORDS}|${VERSION})\\s*(?:(?:${BEFORE}|into|to|al|au|ins?|til|para)\\s+(?:\\p{L}{1,4}\\s+)?|ภาษา|bahasa )?(?:${declined})${region}`,
    WORDS,
  ].join('|');
  const made = {
    named: new RegExp(`^[\\s*_#>"“«]*(?:${label})${aside}[*_"”»]*\\s*[:：][*_"”»]*\\s*`, 'iu'),
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
    for (const tag of [locale, tagOf(locale), ...(RELATED[tagOf(locale)] ?? [])])
      for (const languageDisplay of ['dialect', 'standard'] as const) {
        const name = nameOf(tag, language, languageDisplay);
        if (name !== undefined && name.length > 1) names.add(name);
      }
  for (const name of SYNONYMS[tagOf(locale)] ?? []) names.add(name);
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
