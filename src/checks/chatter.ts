/** What an engine says about its work instead of doing it: "Here is the translation:". */

import type { SegmentCheck } from './check.ts';

/** Openings, and sentences of refusal, in the languages that engines answer in. */
const CHATTER: readonly RegExp[] = [
  /^\W*(?:sure|certainly|of course|okay|ok)[,!.]?\s+(?:here|i\b)/i,
  /^\W*here(?:'s|’s| is| are)\s+(?:the|your|a|my)\s+(?:\w+\s+){0,3}translat/i,
  /^\W*(?:translation|translated text|output|answer)\s*(?:\([^)]*\))?\s*[:：]/i,
  /\bas an ai\b|\bas a (?:large )?language model\b|\bi(?:'m| am) (?:sorry|unable|not able)\b.{0,40}\btranslat/i,
  /\bi (?:can(?:no|')t|cannot|will not|won't) (?:translate|assist|help|fulfill)/i,
  /^\W*(?:aquí (?:está|tienes?)|esta es) (?:la|su|tu) traducción/i,
  /^\W*(?:aquí teniu|aquí tens|aquesta és) la (?:vostra )?traducció/i,
  /^\W*(?:voici|voilà) (?:la|une|votre) traduction/i,
  /^\W*hier ist (?:die|eine|ihre) übersetzung/i,
  /^\W*(?:ecco|questa è) la traduzione/i,
  /^\W*(?:aqui está|segue|esta é) a tradução/i,
  /^\W*(?:oto|poniżej) (?:znajduje się )?(?:tłumaczenie|przekład)/i,
  /^\W*(?:вот|ниже) (?:ваш )?перевод/i,
  /^\W*(?:ось|нижче) (?:ваш )?переклад/i,
  /^\W*(?:zde je|tady je) překlad/i,
  /^\W*(?:iată|aceasta este) traducerea/i,
  /^\W*(?:i̇şte|işte) çeviri/i,
  /^\W*(?:以下(?:是|为|為).{0,8}(?:翻译|翻譯|译文|譯文)|(?:翻译|翻譯|译文|譯文)(?:如下)?[:：]|(?:这是|這是).{0,4}(?:翻译|翻譯))/,
  /^\W*(?:以下(?:は|が).{0,8}(?:翻訳|訳)|(?:翻訳|訳文)[:：]|こちらが翻訳)/,
  /^\W*(?:다음은 .{0,10}번역|번역[:：])/,
  /^\W*(?:إليك|هذه هي|فيما يلي) (?:ال)?ترجمة/,
  /^\W*(?:הנה|להלן) התרגום/,
  /^\W*(?:यहाँ|यहां) .{0,10}अनुवाद/,
];

export const chatterCheck: SegmentCheck = {
  name: 'chatter',
  segment: ({ sourceWords, targetWords }) => {
    // A source about translations may begin so itself.
    if (/translat/i.test(sourceWords) && CHATTER.some((pattern) => pattern.test(sourceWords))) return [];
    const found = CHATTER.map((pattern) => pattern.exec(targetWords)?.[0]).find((match) => match !== undefined);
    if (found === undefined || sourceWords.includes(found)) return [];
    return [{ message: `The engine speaks of its work: "${found.trim()}"`, got: [found.trim()] }];
  },
};
