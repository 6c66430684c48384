/**
 * What language models say about their work instead of doing it, in the languages that they answer in: openings, closings, notes, and
 * the word for a translation.
 */

/** Openings, and sentences of refusal. */
const OPENINGS: readonly RegExp[] = [
  /^\W*(?:sure|certainly|of course|okay|ok)[,!.]?\s+(?:here|i\b)/i,
  /^\W*here(?:'s|’s| is| are)\s+(?:the|your|a|my)\s+(?:\w+\s+){0,3}translat/i,
  /^\W*(?:translation|translated text|output|answer)\s*(?:\([^)]*\)\s*)?[:：]/i,
  /\bas an ai\b|\bas a (?:large )?language model\b|\bi(?:'m| am) (?:sorry|unable|not able)\b.{0,40}\btranslat/i,
  /\bi (?:can(?:no|')t|cannot|will not|won't) (?:translate|assist|help|fulfill?|comply|provide (?:a|this|that|the) translation|process (?:this|that))/i,
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
  /^\W*翻訳は(?:次|以下|こちら)/,
  /^\W*(?:以下(?:は|が).{0,8}(?:翻訳|訳)|(?:翻訳|訳文)[:：]|こちらが翻訳)/,
  /^\W*(?:다음은 .{0,10}번역|번역[:：])/,
  /^\W*(?:إليك|هذه هي|فيما يلي) (?:ال)?ترجمة/,
  /^\W*(?:הנה|להלן) התרגום/,
  /^\W*(?:यहाँ|यहां) .{0,10}अनुवाद/,
];

/** One of these is in each of them, in lower case: most texts have none, which is told in a tenth of the time that the patterns take. */
// biome-ignore format: a list
const TELLTALE = [
  'here', 'sure', 'certainly', 'of course', 'okay', 'ok', 'translat', 'output', 'answer', 'as an ai', 'language model', 'assist', 'help', 'fulfil', 'comply', 'process', 'traduc', 'traduz', 'tradução',
  'traduzione', 'übersetzung', 'tłumaczenie', 'przekład', 'перевод', 'переклад', 'překlad', 'çeviri', '翻译', '翻譯', '译文', '譯文', '翻訳', '訳', '번역', 'ترجمة', 'התרגום', 'अनुवाद',
];

/** @returns what a model says of its work at the text's start, or of why it does none */
export function openingIn(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (!TELLTALE.some((part) => lower.includes(part))) return undefined;
  return OPENINGS.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
}

/** What models say before they begin, and no more than that. */
// biome-ignore format: a list
const ZEAL = "sure(?: thing)?|of course|certainly|absolutely|okay|ok|no problem|with pleasure|gladly|claro(?: que sí)?|por supuesto|desde luego|con (?:mucho )?gusto|cómo no|per descomptat|i tant|és clar|com certeza|com prazer|natürlich|selbstverständlich|(?:sehr )?gerne?|klar|bien sûr|avec plaisir|certainement|volontiers|certo|certamente|volentieri|naturalmente|con piacere|natuurlijk|uiteraard|graag|självklart|naturligtvis|visst|gärna|selvfølgelig|naturligvis|oczywiście|jasne|z przyjemnością|samozřejmě|jistě|samozrejme|iste|конечно|разумеется|с удовольствием|хорошо|звісно|звичайно|із задоволенням|добре|вядома|разбира се|наравно|naravno|svakako|seveda|természetesen|persze|szívesen|desigur|sigur|cu plăcere|φυσικά|βεβαίως|βέβαια|tabii(?: ki)?|elbette|memnuniyetle|tamam|tentu(?: saja)?|baik|tất nhiên|dĩ nhiên|được(?: thôi)?|แน่นอน|ได้เลย|当然(?:可以)?|好的|没问题|當然(?:可以)?|沒問題|もちろん(?:です)?|承知(?:しました|いたしました)|かしこまりました|はい|물론(?:이죠|입니다)?|네|알겠습니다|بالتأكيد|بالطبع|حسن[اً]+|البته|حتما|בטח|כמובן|בשמחה|ज़रूर|अवश्य|बिल्कुल|অবশ্যই|muidugi|loomulikult|protams|žinoma|tietenkin|luonnollisesti|toki|totta kai";
const ZEALOUS = new RegExp(`^[\\s¡¿"'*_]*(?:${ZEAL})\\s*(?:[!.:。！：…]+[\\s*_]*|,?\\s*\\n\\s*)`, 'iu');

/** @returns the beginning of a text that says with how much zeal it was made */
export const zealIn = (text: string): string | undefined => ZEALOUS.exec(text)?.[0];

/** The word for a translation, as far as its forms share it. */
// biome-ignore format: a list
export const TRANSLATION = /translat|traduc|traduz|tradukc|tradução|tradui|tradurre|tradott|übersetz|vertal|översätt|oversæt|overset|omsetjing|tłumacz|przekład|перевод|перевед|перевес|переклад|переклас|пераклад|превод|překlad|přelož|preklad|prelož|prijevod|prevod|çevir|tərcümə|fordítás|käännö|tõlge|tõlke|tulkojum|vertim|μετάφρασ|μεταφράσ|bản dịch|terjemah|itzulpen|þýðing|përkthim|tafsiri|pagsasalin|翻译|翻譯|译文|譯文|翻訳|訳文|번역|ترجم|תרגום|अनुवाद|भाषांतर|অনুবাদ|மொழிபெயர்|แปล|თარგმან|թարգման|аударма|орчуулга|ትርጉም|ဘာသာပြန်|បកប្រែ|ຄຳແປ|અનુવાદ|అనువాద|ಅನುವಾದ|വിവർത്തന|ਅਨੁਵਾਦ|පරිවර්තන/iu;

/** That somebody cannot, or is sorry. */
// biome-ignore format: a list
const UNABLE = /\b(?:cannot|can['’]?t|unable|sorry|won['’]t|will not)\b|lo siento|no (?:puedo|podem|puc)|ho sento|désolé|je ne (?:peux|suis pas)|n['’]est pas possible|tut mir leid|leider|kann (?:ich )?(?:\p{L}+ ){0,3}nicht|mi dispiace|non (?:posso|è possibile)|não (?:posso|consigo)|desculpe|lamento|przepraszam|przykro mi|nie (?:mogę|jestem w stanie)|к сожалению|извините|не могу|на жаль|вибач|не можу|съжалявам|omlouvám|bohužel|nemohu|ospravedlň|nemôžem|žao mi je|ne mogu|oprostite|ne morem|îmi pare rău|nu pot|sajnálom|nem tudom|λυπάμαι|δεν μπορώ|üzgünüm|maalesef|çeviremem|anteeksi|en voi|vabandust|ma ei saa|atvainoj|nevaru|atsiprašau|negaliu|det spijt|het spijt|kan (?:ik )?(?:\p{L}+ ){0,3}niet|tyvärr|ledsen|kan (?:jag )?inte|beklager|desværre|kan ikke|xin lỗi|không thể|maaf|tidak (?:dapat|bisa)|ขออภัย|ไม่สามารถ|抱歉|对不起|對不起|无法|無法|不能|申し訳|できません|죄송|수 없|عذر|آسف|لا (?:أستطيع|يمكنني)|متأسف|نمی‌توانم|מצטער|לא (?:יכול|ניתן)|क्षमा|नहीं/iu;

/** How an answer that is none begins, with an excuse. */
// biome-ignore format: a list
const EXCUSE = /^[\s¡"'*_]*(?:i['’]?m (?:very |so |really )?sorry|i am (?:very |so )?sorry|sorry|i apologi[sz]e|my apologies|unfortunately,? i\b|lo siento|lo lamento|disculp|perd[oó]n|ho sento|em sap greu|désolé|je suis (?:vraiment )?désolé|malheureusement,? je|(?:es )?tut mir (?:sehr )?leid|leider (?:\p{L}+ ){0,2}ich|entschuldig|mi dispiace|purtroppo|desculp|lamento|sinto muito|infelizmente|het spijt me|helaas (?:\p{L}+ )?ik|tyvärr (?:\p{L}+ )?jag|förlåt|jag är ledsen|beklager|(?:desværre|dessverre) (?:\p{L}+ )?jeg|undskyld|przepraszam|przykro mi|niestety|извините|простите|к сожалению|на жаль|вибач|перепрошую|съжалявам|за съжаление|omlouvám|promiňte|bohužel|ospravedl|žiaľ|žao mi je|nažalost|oprostite|жао ми је|нажалост|îmi pare rău|din păcate|sajnál|sajnos|λυπ|συγγνώμη|δυστυχώς|üzgünüm|maalesef|özür|anteeksi|valitettavasti|pahoittel|vabandust|kahjuks|atvainoj|diemžēl|atsipraš|deja|xin lỗi|rất tiếc|maaf|mohon maaf|ขออภัย|ขอโทษ|抱歉|很抱歉|对不起|對不起|很遗憾|申し訳|すみません|恐れ入り|죄송|미안|عذر|آسف|أعتذر|للأسف|متأسف|با عرض پوزش|מצטער|סליחה|לצערי|क्षमा|माफ़|खेद)/iu;
/** What a text has that such a beginning may translate. */
const REGRETS = /\b(?:sorry|apolog\w*|regret\w*|unfortunate\w*|excuse\w*|forgiv\w*|pardon\w*|sad(?:ly)?|alas|pity|shame|condolences)\b/i;
/** What it is that cannot be done. */
// biome-ignore format: a list
const HELP = /\b(?:help|assist|fulfil|comply|request)|ayud|ajud|aider|assist|demande|helfen|behilflich|unterstütz|anfrage|aiut|richiesta|help|hjälp|hjælp|hjelp|autta|pomóc|pomag|pomoc|pomôc|pomoć|pomoč|помо[чщгћ]|допомо|segít|ajut|βοηθ|yardım|aidata|palīdz|padėti|giúp|bantu|ช่วย|帮|幫|协助|協助|满足|滿足|手伝|応え|対応|도와|도움|도울|مساعد|کمک|לעזור|לסייע|मदद|सहायता/iu;

/** Whether a sentence says in any of these languages that a translation cannot be made, or that help cannot be given; a source may say so. */
export function isRefusal(sentence: string, source: string): boolean {
  const refuses = (text: string) => TRANSLATION.test(text) && UNABLE.test(text);
  if (refuses(sentence) && !refuses(source)) return true;
  return EXCUSE.test(sentence) && UNABLE.test(sentence) && HELP.test(sentence) && !EXCUSE.test(source) && !REGRETS.test(source);
}

/** Beginnings of sentences that end an answer with an offer, a hope, or a remark about the work. */
const CLOSINGS: readonly string[] = [
  "(?:please )?let me know|(?:i )?hope (?:this|that|it|the translation)|feel free|is there anything|if you (?:need|want|would like|have any|require|prefer)|would you like me|do you (?:need|want)|i(?:'d| would) be happy|happy to help|note that (?:this|i|the translation)|please note|(?:this|the|my) translation|i(?:'ve| have)? (?:translated|kept|used|preserved|left|retained|maintained)|the (?:tags|markup|marks) (?:are|were|have)|you're welcome",
  'av[ií]s[ae]n?(?:me|nos)|hazme saber|hágan?me saber|házmelo saber|déjame saber|dime si|dígame si|espero que (?:esto|te|le|la traducción)|si necesitas?|si (?:usted )?tienes? (?:alguna|más)|no dudes? en|¿(?:hay algo más|quieres? que|necesitas?|te gustaría)|he (?:traducido|mantenido|conservado)|ten(?:ga)? en cuenta que',
  "fes-m'ho saber|feu-m'ho saber|digue(?:'m|u-me)|espero que (?:això|t'|us)|si necessit(?:es|eu)|no dubt(?:is|eu)",
  "(?:faites|fais)-(?:le-)?moi savoir|dites-(?:le-)?moi|n['’]hésitez? pas|j['’]espère que|si vous (?:avez (?:besoin|d['’]autres|des questions)|souhaitez que|désirez que)|si tu (?:as besoin|veux que)|j['’]ai (?:traduit|conservé|gardé)|veuillez noter",
  '(?:bitte )?(?:lassen sie|lass|gib|geben sie|sagen sie|sag) (?:es )?(?:mich|mir)|ich hoffe|falls (?:sie|du)|wenn (?:sie|du) (?:weitere|noch|mehr)|gerne helfe|ich habe (?:die|den|das)|bitte beachten',
  '(?:fammi|fatemi|mi faccia) sapere|spero che|se (?:hai|ha|avete) bisogno|non esit(?:are|i|ate)|ho (?:tradotto|mantenuto)|si noti che',
  '(?:por favor,? )?(?:me avise|avise-me|avisa-me|deixe-me saber|diga-me|me diga)|espero que (?:isso|isto|ajude|a tradução)|se (?:você )?precisar|não hesite|fique à vontade|traduzi (?:o|a)|observe que',
  'laat (?:het )?me weten|laat het (?:me|mij) weten|ik hoop dat|als (?:u|je) (?:nog|meer|vragen)|mocht (?:u|je)',
  'låt mig veta|säg till|hör av dig|(?:jag )?hoppas (?:att )?det|om du (?:behöver|vill)',
  '(?:lad|la) (?:mig|meg) v[ie](?:de|te)|giv mig besked|gi meg beskjed|si (?:i)?fra|(?:jeg )?hå[bp]er (?:det|dette)|hvis du (?:har brug|trenger|vil)',
  'kerro(?:thaa)? minulle|ilmoita(?:thaan)?|toivottavasti|jos (?:tarvitset|haluat)',
  'daj(?:cie)? (?:mi )?znać|proszę (?:dać|daj|o informację)|mam nadzieję|jeśli (?:potrzebujesz|chcesz|masz)|w razie (?:pytań|potrzeby)',
  'dej(?:te)? mi vědět|doufám|pokud (?:potřebujete|budete|chcete|máte)|daj(?:te)? mi vedieť|dúfam|ak (?:potrebujete|budete|chcete|máte)',
  '(?:пожалуйста,? )?(?:дайте|дай) (?:мне )?знать|сообщите|напишите,? если|надеюсь|если (?:вам|у вас|тебе|вы)|обратите внимание',
  '(?:будь ласка,? )?(?:дайте|дай) (?:мені )?знати|повідомте|напишіть,? якщо|сподіва(?:юся|юсь)|якщо (?:вам|у вас|ви)|зверніть увагу',
  'кажете ми|уведомете ме|надявам се|ако (?:имате|искате|се нуждаете)|javi(?:te)? mi|nadam se|ako (?:trebate|imate|želite|vam)|јави(?:те)? ми|надам се|sporočite mi|upam, da|če (?:potrebujete|imate|želite)',
  '(?:anunță|anunțați|spuneți|spune)-mi|sper că|dacă (?:aveți|ai|doriți)|(?:szóljon|szólj|tudassa velem|jelezze)|remélem|ha (?:további|bármi)',
  '(?:πείτε|πες|ενημερώστε) (?:μου|με)|ελπίζω|αν (?:χρειάζεστε|θέλετε)|bana bildir|(?:lütfen )?haber ver|umarım|başka bir (?:şey|sorunuz|isteğiniz)|eğer (?:başka|bir sorunuz)',
  '(?:يرجى|من فضلك)?\\s*(?:أخبرني|اخبرني|أعلمني|إعلامي)|آمل أن|إذا كنت (?:بحاجة|تحتاج|تريد)|(?:הודע|תודיע|הודיעו|ספר|אמור) לי|אני מקווה|אם (?:אתה|את|תרצה|יש)',
  '(?:कृपया )?मुझे बता|आशा है|(?:अगर|यदि) आपको|请告诉我|請告訴我|请让我知道|請讓我知道|如果(?:您|你)(?:需要|有任何|有其他|还|還)|如有(?:任何|其他|疑问|疑問|问题|需要)|如需(?:进一步|更多|其他|任何)|希望(?:这|這|对|對)|お知らせください|ご連絡ください|他に(?:ご|何かご|何かお)|ご不明な|お役に立て|알려\\s?주|도움이 (?:되|필요)|(?:추가|다른) (?:도움|질문|문의|요청)',
  '(?:vui lòng |hãy )?cho tôi biết|hy vọng|nếu bạn|(?:tolong )?beri ?tahu saya|semoga|jika (?:anda|ada)|โปรดแจ้ง|แจ้งให้|หวังว่า',
];
const CLOSING = new RegExp(`^[\\s¡¿!"'*_(\\[-]*(?:${CLOSINGS.join('|')})`, 'iu');

/** Words of a source that a sentence like these may translate: then it is the author's. */
const MAY_CLOSE =
  /\b(?:let (?:me|us) know|hopes?|hoped|hoping|feel free|if you|help\w*|notes?|noted|please|tell|inform\w*|notif\w*|would you|do you)\b/i;

/** Whether a sentence says what models say behind their work, and the source says nothing like it. */
export function isClosing(sentence: string, source: string): boolean {
  return CLOSING.test(sentence) && !MAY_CLOSE.test(source) && !CLOSING.test(source);
}

/** What a translator's remark begins with: such a word before a colon, or one that needs none. */
// biome-ignore format: a list
const LABELS = "(?:translator['’]?s?,? |t/?)?note|n\\. ?(?:d(?:el|\\.) ?)?t\\.|nota(?: (?:del|de la|del la|do|della) \\p{L}+)?|explanation|explica\\p{L}+|explication|erklärung|context|remarque|note (?:du|de la) traduct\\p{L}+|hinweis|anmerkung(?: de[sr] \\p{L}+)?|uwaga|przypis|примечание(?: переводчика)?|прим\\. ?пер\\.|примітка(?: перекладача)?|забележка|poznámka(?: \\p{L}+)?|opmerking|noot|obs|anm(?:ärkning|erkning)?|bemærk|merk|huom(?:autus|io)?|megjegyzés|σημείωση|napomena|напомена|opomba|pastaba|piezīme|märkus|lưu ý|ghi chú|catatan|หมายเหตุ|یادداشت|توجه|ملاحظة|הערה(?: המתרגם)?|टिप्पणी|नोट|নোট|注意?|備考|备注|備註|註|译注|譯註|译者注|訳注|参考|참고|주|역주|not(?:e|ă)?|açıklama|lit\\.?";
const BARE =
  "translator['’]?s note|literal(?:ly|mente|ement)?|literalmente|littéralement|letteralmente|wörtlich|dosłownie|буквально|дослівно|doslova|doslovne|doslovno|alternativ\\p{L}*|直译|直譯|直訳|字面|n\\. ?del ?t\\.|n\\. ?d\\. ?t\\.|прим\\. ?пер";
const REMARK = new RegExp(`^[\\s*_]*(?:(?:${LABELS})[\\s*_]*[:：]|(?:${BARE})(?![\\p{L}\\p{M}]))`, 'iu');
const LABELLED = new RegExp(`^[\\s*_(\\[（【]*(?:${LABELS}|${BARE})[\\s*_]*[:：]`, 'iu');

/** @param inside of brackets */
export function isRemark(inside: string): boolean {
  return REMARK.test(inside);
}

/** "Note: ...", as a line or a sentence of its own, where the source has none. */
export function isLabelledRemark(line: string, source: string): boolean {
  return LABELLED.test(line) && !MAY_CLOSE.test(source) && !LABELLED.test(source);
}
