/**
 * Answers as engines give them on a bad day: sentences whose translation is known phrase by phrase, marks put anywhere into both, and
 * an engine that damages every answer in one of many ways.
 */

import { checks } from '../../src/adapters.ts';
import type { Edition, Target } from '../../src/article.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { readArticle } from '../../src/markdown/read.ts';
import { writeEdition } from '../../src/markdown/write.ts';
import { fromFragment, toFragment } from '../../src/text.ts';
import { never, queueAround } from './queue.ts';

/** A phrase in English, and the same in the target's language. */
type Phrase = readonly [source: string, target: string];

interface Sentence {
  readonly to: string;
  /** In the order of the source, which is the target's too. */
  readonly phrases: readonly Phrase[];
  readonly end: Phrase;
}

const table = (to: string, rows: readonly string[], end: Phrase = ['.', '.']): Sentence[] =>
  rows.map((row) => ({ to, end, phrases: row.split(' / ').map((phrase) => phrase.split(' = ') as unknown as Phrase) }));

const SENTENCES: readonly Sentence[] = [
  ...table('es', [
    'The mayor = La alcaldesa / opened = inauguró / the new bridge = el puente nuevo / on Monday = el lunes',
    'Read = Lea / the report = el informe / about the harbour = sobre el puerto / before the vote = antes de la votación',
    'Residents of Oslo = Los vecinos de Oslo / want = quieren / quieter streets = calles más tranquilas / near the school = cerca de la escuela',
  ]),
  ...table('de', [
    'The council = Der Stadtrat / voted = stimmte / for the new budget = für den neuen Haushalt / after a long night = nach einer langen Nacht',
    'Our reporter = Unsere Reporterin / spoke = sprach / with the firefighters = mit der Feuerwehr / in the valley = im Tal',
  ]),
  ...table('fr', [
    'The ferry = Le bac / leaves = quitte / the old harbour = le vieux port / every morning = chaque matin',
    'The judges = Les juges / read = ont lu / the whole letter = toute la lettre / to the public = au public',
  ]),
  ...table('uk', [
    'The teachers = Учителі / opened = відкрили / a small library = невелику бібліотеку / in the village = у селі',
    'The rain = Дощ / stopped = зупинив / the night train = нічний потяг / near the border = біля кордону',
  ]),
  ...table('tr', ['The museum = Müze / next year = gelecek yıl / its new hall = yeni salonunu / will open = açacak']),
];

/** A fragment and its translation, with the same marks. */
interface Marked {
  readonly to: string;
  readonly source: string;
  readonly target: string;
  /** From the source of any run of words to its translation. */
  readonly dictionary: ReadonlyMap<string, string>;
}

export type Random = () => number;

const pick = <Value>(random: Random, list: readonly Value[]): Value => list[Math.floor(random() * list.length)] as Value;

/** A sentence with none, one or two marks: pairs around whole phrases, one mark alone behind a phrase. */
function marked(random: Random): Marked {
  const { to, phrases, end } = pick(random, SENTENCES);
  const kinds = phrases.map(() => '');
  const count = Math.floor(random() * 3);
  for (let made = 0; made < count; made++) kinds[Math.floor(random() * kinds.length)] = random() < 0.75 ? 'pair' : 'alone';
  let id = 0;
  const tags = kinds.map((kind) => {
    if (kind === '') return ['', ''];
    id++;
    return kind === 'pair' ? [`<g id="${id}">`, '</g>'] : ['', `<x id="${id}"/>`];
  });
  const side = (which: 0 | 1) => phrases.map((phrase, at) => `${tags[at]?.[0]}${phrase[which]}${tags[at]?.[1]}`).join(' ') + end[which];
  const dictionary = new Map<string, string>();
  for (let from = 0; from < phrases.length; from++)
    for (let until = from + 1; until <= phrases.length; until++) {
      const run = phrases.slice(from, until);
      const [source, target] = ([0, 1] as const).map((which) => run.map((phrase) => phrase[which]).join(' ')) as [string, string];
      dictionary.set(source, target);
      dictionary.set(source + end[0], target + end[1]);
    }
  return { to, source: side(0), target: side(1), dictionary };
}

/** Undefined where it cannot be done to this answer. */
type Damage = (answer: string, source: string, random: Random, to: string) => string | undefined;

const PAIR = /<g id="(\d+)">([^<]*)<\/g>/;
const replaced = (answer: string, pattern: RegExp, to: string | ((...groups: string[]) => string)) =>
  pattern.test(answer) ? answer.replace(pattern, to as string) : undefined;

const TALK: readonly (readonly [string, string])[] = [
  ['Here is the translation:\n\n', ''],
  ['Sure! Here is the translation: ', ''],
  ['Translation: ', ''],
  ['Aquí tienes la traducción:\n', ''],
  ['Voici la traduction :\n\n', ''],
  ['Hier ist die Übersetzung:\n', ''],
  ['Ось переклад: ', ''],
  ['Вот перевод:\n', ''],
  ['İşte çeviri:\n', ''],
  ['以下是翻译：\n', ''],
  ['', '\n\nLet me know if you need anything else.'],
  ['', ' I hope this helps!'],
  ['', '\n\nAvísame si necesitas algo más.'],
  ['', "\n\nN'hésitez pas à me demander autre chose."],
  ['', '\n\nLassen Sie mich wissen, ob das passt.'],
  ['', '\n\nДайте знати, якщо потрібно щось змінити.'],
  ['', '\n\nNote: the tags were kept.'],
  ['', '\n(Nota: se mantuvo el tono.)'],
];

const MORE_TALK: readonly (readonly [string, string])[] = [
  ['Hier is de vertaling:\n', ''],
  ['Här är översättningen:\n\n', ''],
  ['Her er oversættelsen:\n', ''],
  ['Oto tłumaczenie: ', ''],
  ['Ecco la traduzione:\n', ''],
  ['Aqui está a tradução:\n\n', ''],
  ['Aquí tens la traducció:\n', ''],
  ['Zde je překlad:\n', ''],
  ['Tu je preklad:\n', ''],
  ['Íme a fordítás:\n', ''],
  ['Iată traducerea:\n', ''],
  ['Tässä on käännös:\n', ''],
  ['Ορίστε η μετάφραση:\n', ''],
  ['Ето превода:\n', ''],
  ['Ево превода:\n', ''],
  ['Evo prijevoda:\n', ''],
  ['Berikut terjemahannya:\n', ''],
  ['Đây là bản dịch:\n', ''],
  ['นี่คือคำแปล:\n', ''],
  ['こちらが翻訳です：\n', ''],
  ['翻訳は次のとおりです。\n', ''],
  ['번역은 다음과 같습니다:\n', ''],
  ['译文如下：\n', ''],
  ['إليك الترجمة:\n', ''],
  ['در اینجا ترجمه آمده است:\n', ''],
  ['הנה התרגום:\n', ''],
  ['यहाँ अनुवाद है:\n', ''],
  ['অনুবাদটি হলো:\n', ''],
  ['', '\n\nHope that helps!'],
  ['', ' Do you need anything else?'],
  ['', '\n\n¿Necesitas algo más?'],
  ['', '\n\nBrauchen Sie noch etwas?'],
  ['', '\n\nFammi sapere se serve altro.'],
  ['', '\n\nLaat het me weten als je nog vragen hebt.'],
  ['', '\n\nDaj znać, jeśli potrzebujesz czegoś jeszcze.'],
  ['', '\n\nЧи можу я ще чимось допомогти?'],
  ['', '\n\nМогу ли я ещё чем-то помочь?'],
  ['', '\n\nBaşka bir isteğiniz var mı?'],
  ['', '\n\nお役に立てれば幸いです。'],
  ['', '\n\n도움이 되었기를 바랍니다.'],
  ['', '\n\n希望对您有帮助！'],
  ['', '\n\n(Traduction littérale)'],
  ['', '\n\nAnmerkung: Die Markierungen wurden beibehalten.'],
  ['', '\n\nПримечание: теги сохранены.'],
];

const REFUSALS = [
  'I cannot translate this text.',
  'Lo siento, no puedo traducir este texto.',
  'Es tut mir leid, aber ich kann diesen Text nicht übersetzen.',
  'Je ne peux pas traduire ce texte.',
  'Вибачте, я не можу перекласти цей текст.',
  'Üzgünüm, bu metni çeviremem; çeviri yapılamıyor.',
  '抱歉，我无法翻译这段文字。',
];

/** What a model says before it begins, and no word of a translation among it. */
const ZEAL = [
  'Of course!\n\n',
  'Sure thing! ',
  'Absolutely. ',
  '¡Claro! ',
  '¡Por supuesto!\n',
  'Natürlich!\n',
  'Gerne! ',
  'Bien sûr !\n\n',
  'Avec plaisir ! ',
  'Конечно! ',
  'Звісно!\n',
  'Tabii ki!\n',
  'Elbette! ',
  '当然可以！\n',
  'もちろんです。\n',
];

const code = (letter: string) => letter.codePointAt(0) as number;
const hex = (letter: string, digits = 0) => code(letter).toString(16).padStart(digits, '0');
const bytesOf = (letter: string) => [...Buffer.from(letter)].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

/** A letter as a program writes it that is not to be read by people. */
const FORMS: readonly ((letter: string) => string)[] = [
  (letter) => `&#X${hex(letter).toUpperCase()};`,
  (letter) => `&#${code(letter)}`,
  (letter) => `&amp;amp;#${code(letter)};`,
  (letter) => `&#0${code(letter)};`,
  (letter) => `\\u${hex(letter, 4)}`,
  (letter) => `\\x${hex(letter, 2)}`,
  (letter) => `\\u{${hex(letter)}}`,
  (letter) => `%u${hex(letter, 4)}`,
  (letter) =>
    bytesOf(letter)
      .map((byte) => `%${byte}`)
      .join(''),
  (letter) =>
    bytesOf(letter)
      .map((byte) => `=${byte}`)
      .join(''),
  (letter) => `U+${hex(letter, 4).toUpperCase()}`,
  (letter) => (letter === 'é' ? '&eacute;' : letter === 'ü' ? '&amp;uuml;' : `&#x${hex(letter)};`),
];

export const DAMAGES: Readonly<Record<string, Damage>> = {
  'pair emptied in place': (answer) => replaced(answer, PAIR, '<g id="$1"></g>$2'),
  'pair emptied at the end': (answer) => replaced(answer, /^(.*?)<g id="(\d+)">([^<]*)<\/g>(.*?)([.!?。]?)$/s, '$1$3$4 <g id="$2"></g>$5'),
  'pair around a sign': (answer) => replaced(answer, /^(.*?)<g id="(\d+)">([^<]*)<\/g>(.*)([.!?。])$/s, '$1$3$4<g id="$2">$5</g>'),
  'mark doubled with its words': (answer) => replaced(answer, PAIR, '<g id="$1">$2</g> <g id="$1">$2</g>'),
  'mark doubled around other words': (answer) => replaced(answer, /^(\S+) (.*?)<g id="(\d+)">/s, '<g id="$3">$1</g> $2<g id="$3">'),
  'mark alone doubled': (answer) => replaced(answer, /<x id="(\d+)"\/>/, '<x id="$1"/> <x id="$1"/>'),
  'marks crossed': (answer) => replaced(answer, /<g id="(\d+)">([^<]*)<\/g>/, '</g>$2<g id="$1">'),
  'mark within another': (answer) => replaced(answer, /<\/g>(.*?)(<g id="\d+">[^<]*<\/g>)/s, '$1$2</g>'),
  'all marks swallowed': (answer) => (answer.includes('<') ? answer.replace(/<[^>]*>/g, '') : undefined),
  'half of a pair swallowed': (answer, _, random) => replaced(answer, random() < 0.5 ? /<g id="\d+">/ : /<\/g>/, ''),
  'mark swallows the sentence': (answer) => replaced(answer, /^(.*?)<g id="(\d+)">([^<]*)<\/g>(.*)$/s, '<g id="$2">$1$3$4</g>'),
  'mark swallows the rest': (answer) => replaced(answer, /<g id="(\d+)">([^<]*)<\/g>([^<]{12,})$/s, '<g id="$1">$2$3</g>'),
  'mark moved into its word': (answer) => replaced(answer, /<g id="(\d+)">(['"«“]?)([^<]*?)<\/g>/, '<g id="$1"> $2$3 </g>'),
  'spaces around marks lost': (answer) => replaced(answer, / <g id="(\d+)">([^<]*)<\/g> ?/, '<g id="$1">$2</g>'),
  'mark re-spelled': (answer, _, random) => {
    const spelled = pick(random, [
      ["<g id='$1'>$2</g>"],
      ['<G ID="$1">$2</G>'],
      ['< g id = "$1" >$2</ g >'],
      ['<g id=$1>$2</g>'],
      ['&lt;g id="$1"&gt;$2&lt;/g&gt;'],
      ['＜g id="$1"＞$2＜/g＞'],
      ['<g identificador="$1">$2</g>'],
    ])[0] as string;
    return (
      replaced(answer, PAIR, spelled) ??
      replaced(answer, /<x id="(\d+)"\/>/, pick(random, ['<x id="$1"></x>', '<x id="$1" />', "<x id='$1'/>", '<x id="$1">']))
    );
  },
  'mark as Markdown': (answer) => replaced(answer, PAIR, '**$2**'),
  'mark as HTML': (answer) => replaced(answer, PAIR, '<b>$2</b>'),
  thoughts: (answer, source) => `<think>\nThe user wants a translation of "${source.slice(0, 20)}".\n</think>\n\n${answer}`,
  'unfinished thoughts': (answer) => `Let me think.</think>${answer}`,
  'code fence': (answer, _, random) => `\`\`\`${pick(random, ['', 'xml', 'html', 'text'])}\n${answer}\n\`\`\``,
  'control token': (answer, _, random) =>
    pick(random, [
      `${answer}</s>`,
      `${answer}<|im_end|>`,
      `<s>${answer}`,
      `${answer}<|endoftext|>`,
      `<|im_start|>assistant\n${answer}<|im_end|>`,
      `${answer}<end_of_turn>`,
      `[INST] ${answer} [/INST]`,
      `<|channel|>final<|message|>${answer}<|return|>`,
      `<|channel|>analysis<|message|>One sentence.<|end|><|start|>assistant<|channel|>final<|message|>${answer}<|return|>`,
    ]),
  label: (answer, _, random, to) => {
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(to);
    const own = new Intl.DisplayNames(to, { type: 'language' }).of(to);
    const labels = [
      `[${to.toUpperCase()}] `,
      `${name}: `,
      `${own}: `,
      `Translation (${name}): `,
      '**Translation:** ',
      `${name} translation:\n`,
      `<2${to}> `,
      `${to}-${to.toUpperCase()}: `,
      'Final answer: ',
      'The corrected translation: ',
    ];
    return pick(random, labels) + answer;
  },
  talk: (answer, _, random) => {
    const [before, after] = pick(random, TALK);
    return before + answer + after;
  },
  'emphasis around the whole': (answer, _, random) => pick(random, [`**${answer}**`, `*${answer}*`, `_${answer}_`, `__${answer}__`]),
  'quotation marks around the whole': (answer, _, random) => pick(random, [`"${answer}"`, `“${answer}”`, `«${answer}»`, `'${answer}'`]),
  'explanation in brackets': (answer, source, random) =>
    `${answer} ${pick(random, ['(Note: the tone was kept.)', `(${source.replace(/<[^>]*>/g, '')})`, "[Translator's note: literal]", '(Literally: the same words.)'])}`,
  references: (answer) => replaced(answer, /\p{L}(?=\p{L})(?![^<]*>)/u, (letter) => `&#${letter.codePointAt(0)};`),
  'references escaped again': (answer) =>
    replaced(answer, /\p{L}(?=\p{L})(?![^<]*>)/u, (letter) => `&amp;#x${(letter.codePointAt(0) as number).toString(16)};`),
  'source and translation': (answer, source, random) =>
    pick(random, [`${source} → ${answer}`, `${source}\n${answer}`, `${answer}\n\n${source}`]),
  json: (answer) => JSON.stringify({ translation: answer }),
  'tags around the whole': (answer, _, random) =>
    pick(random, [
      `<translation>${answer}</translation>`,
      `<p>${answer}</p>`,
      `<target>${answer}</target>`,
      `[TRANSLATION] ${answer} [/TRANSLATION]`,
    ]),
  refusal: (_, __, random) => pick(random, REFUSALS),
  'words of the source': (answer, source, random) => {
    const words = source
      .replace(/<[^>]*>/g, '')
      .split(' ')
      .slice(1)
      .join(' ')
      .replace(/\.$/, '');
    return pick(random, [`${answer.split(' ').slice(0, 2).join(' ')} ${words}.`, `${words} ${answer}`]);
  },
  'two answers': (answer) => `${answer}\n\n${answer}`,
  nothing: () => ' ',
  'talk in more languages': (answer, _, random) => {
    const [before, after] = pick(random, MORE_TALK);
    return before + answer + after;
  },
  'words of zeal': (answer, _, random) => pick(random, ZEAL) + answer,
  'pair opened in another': (answer) =>
    replaced(answer, /<g id="(\d+)">([^<]*)<\/g>(.*)<g id="(\d+)">([^<]*)<\/g>/s, '<g id="$4"><g id="$1">$2</g>$3$5</g>'),
  'pair around itself': (answer) => replaced(answer, PAIR, '<g id="$1"><g id="$1">$2</g></g>'),
  'pair tripled': (answer) => replaced(answer, PAIR, '<g id="$1"></g><g id="$1">$2</g><g id="$1"></g>'),
  'pair as two marks alone': (answer) => replaced(answer, PAIR, '<x id="$1"/>$2<x id="$1"/>'),
  'pair that closes itself': (answer) => replaced(answer, PAIR, '<g id="$1"/>$2</g>'),
  'pair closed by an opening': (answer) => replaced(answer, PAIR, '<g id="$1">$2<g>'),
  'pair and its words swallowed': (answer) => replaced(answer, / <g id="(\d+)">([^<]*)<\/g>/, ''),
  'pair cuts a word': (answer) => replaced(answer, / <g id="(\d+)">([^<]*\p{L}{3})(\p{L}{2})<\/g>/u, ' <g id="$1">$2</g>$3'),
  'mark alone within a word': (answer) => replaced(answer, /(\p{L}{3})(\p{L}{2,}) ?<x id="(\d+)"\/>/u, '$1<x id="$3"/>$2'),
  'mark renumbered': (answer) => replaced(answer, /id="(\d+)"/, 'id="9"'),
  'mark in other brackets': (answer, _, random) => {
    const [pair, alone] = pick(random, [
      ['[g id="$1"]$2[/g]', '[x id="$1"]'],
      ['{g1}$2{/g1}', '{x$1}'],
      ['<g$1>$2</g$1>', '<x$1/>'],
      ['<g id=“$1”>$2</g>', '<x id=“$1”/>'],
      ['<g id=«$1»>$2</g>', '<x id=«$1»/>'],
      ['〈g id="$1"〉$2〈/g〉', '〈x id="$1"/〉'],
      ['<g ID:$1>$2</g>', '<x ID:$1/>'],
      ['(g id="$1")$2(/g)', '(x id="$1"/)'],
      ['⟨g id="$1"⟩$2⟨/g⟩', '⟨x id="$1"/⟩'],
      ['&amp;lt;g id=&amp;quot;$1&amp;quot;&amp;gt;$2&amp;lt;/g&amp;gt;', '&amp;lt;x id=&amp;quot;$1&amp;quot;/&amp;gt;'],
      ['<\\g id="$1">$2<\\/g>', '<x id=\\"$1\\"/>'],
    ]) as [string, string];
    return replaced(answer, PAIR, pair) ?? replaced(answer, /<x id="(\d+)"\/>/, alone);
  },
  'mark as another markup': (answer, _, random) =>
    replaced(
      answer,
      PAIR,
      pick(random, ['[$2]($1)', '[$2]', '[b]$2[/b]', '\\textbf{$2}', '{{$2}}', '`$2`', '~~$2~~', '==$2==', '<a href="#">$2</a>']),
    ),
  'letters in other forms': (answer, _, random) => {
    const form = pick(random, FORMS);
    return replaced(answer, /[^\x00-\x7f](?![^<]*>)/u, form) ?? replaced(answer, /\p{L}(?=\p{L})(?![^<]*>)/u, form);
  },
  'bytes read as another encoding': (answer) => {
    const text = Buffer.from(answer, 'utf8').toString('latin1');
    return text === answer ? undefined : text;
  },
  'pieces of a tokenizer': (answer, _, random) =>
    pick(random, [
      answer.replace(/(?<=^|>| )(?=\p{L})/gu, '▁'),
      answer
        .replaceAll(' ', 'Ġ')
        .replace(/<g(?:Ġ)id/g, '<g id')
        .replace(/<xĠid/g, '<x id'),
      answer.replace(/(\p{L}{3})(?=\p{L}{2})/u, '$1@@ '),
      answer.replace(/(\p{L}{3})(?=\p{L}{2})/u, '$1 ##'),
      `${answer}<0x0A>`,
      `${answer}<unk>`,
      `<bos>${answer}<eos>`,
      `${answer} [PAD] [PAD]`,
    ]),
  'item of a list': (answer, _, random) => pick(random, ['1. ', '- ', '• ', '* ', '1) ', '> ', '# ', 'a) ', '→ ', '=> ']) + answer,
  'field of a file': (answer, _, random) =>
    pick(random, [
      `translation: ${answer}`,
      `translation: "${answer}"`,
      `<![CDATA[${answer}]]>`,
      `<seg>${answer}</seg>`,
      `msgstr "${answer}"`,
      `target = ${answer}`,
      `[[${answer}]]`,
      `{{${answer}}}`,
      `"${answer}",`,
      `<output>\n${answer}\n</output>`,
      `<translation lang="x">${answer}</translation>`,
    ]),
  'signs of an end': (answer, _, random) =>
    pick(random, [
      `${answer} [end]`,
      `${answer} ###`,
      `${answer}\n---`,
      `${answer}\n\n***`,
      `${answer} (end of translation)`,
      `${answer} <!-- end -->`,
      `${answer}\\n`,
      `${answer} EOF`,
    ]),
  'words on its worth': (answer, _, random) =>
    pick(random, [
      `${answer} (confidence: 0.93)`,
      `${answer} [95%]`,
      `${answer} (formal)`,
      `${answer} | score: 0.8`,
      `${answer} (Quality: high)`,
      `[0.97] ${answer}`,
    ]),
  'twice on a line': (answer, _, random) =>
    pick(random, [`${answer} ${answer}`, `${answer} / ${answer}`, `${answer} (${answer})`, `${answer}\n${answer}`]),
  'invisible signs': (answer, _, random) => {
    const sign = pick(random, ['\u200b', '\ufeff', '\u00ad', '\u2060', '\u200e', '\u0000', '\u0008', '\ufffd']);
    return replaced(answer, /(\p{L}{2})(\p{L}{2})(?![^<]*>)/u, `$1${sign}$2`);
  },
};

/** Damages every text that it is given, runs of words too: it never gets better when it is asked again. */
function damagingEngine(one: Marked, damage: Damage, random: Random, seen: { applied: boolean }): Engine {
  return {
    name: 'damaging',
    translate: async ({ texts }) =>
      texts.map((text) => {
        const answer = text === one.source ? one.target : (one.dictionary.get(text) ?? text);
        const damaged = damage(answer, text, random, one.to);
        if (text === one.source && damaged !== undefined) seen.applied = true;
        return damaged ?? answer;
      }),
  };
}

/** What became of a damaged answer. `published`: an edition that is not as it should be, and no finding says so. */
type Fate = 'mended' | 'told' | 'published' | 'not damaged';

export interface Damaged {
  readonly fate: Fate;
  readonly edition: string;
  readonly wanted: string;
  /** Letters of the edition that are written as character references. */
  readonly references: readonly string[];
}

/** One article of one sentence through the queue, the writer and the checks, with an engine that damages its answers. */
export async function damaged(kind: string, random: Random): Promise<Damaged> {
  const one = marked(random);
  const article = readArticle(`${asMarkdown(one.source, random)}\n`, { slug: 'a', locale: 'en' });
  const [segment] = article.blocks.find(({ kind: block }) => block === 'paragraph')?.segments ?? [];
  if (segment === undefined || toFragment(segment.text) !== one.source) throw new Error(`not read as it was made: ${article.source}`);
  const edition = (fragment: string): Edition => {
    const text = fromFragment(fragment, segment.text);
    const target: Target = { text, state: 'machine', origin: { by: 'engine', name: 'damaging' }, terms: [] };
    return { article, locale: one.to, targets: new Map([[segment.id, target]]) };
  };
  const wanted = writeEdition(edition(one.target));
  const seen = { applied: false };
  const engine = damagingEngine(one, DAMAGES[kind] as Damage, random, seen);
  const { queue, clock } = queueAround(engine, { limits: { charactersPerRequest: 10_000 } });
  const answer = await clock.run(queue.submit({ text: one.source, from: 'en', to: one.to }, never).catch(() => undefined));
  if (!seen.applied) return { fate: 'not damaged', edition: wanted, wanted, references: [] };
  if (answer === undefined) return { fate: 'told', edition: article.source, wanted, references: [] };
  const output = writeEdition(edition(answer.text));
  const references = (output.match(/&#x?[\da-f]+;/gi) ?? []).filter((reference) => /\p{L}/u.test(decodeNumeric(reference)));
  const isTold = runChecks(checks, edition(answer.text), { output }).length > 0;
  return { fate: output === wanted ? 'mended' : isTold ? 'told' : 'published', edition: output, wanted, references };
}

function asMarkdown(fragment: string, random: Random): string {
  return fragment
    .replace(/<g id="(\d+)">([^<]*)<\/g>/g, (_, id: string, words: string) =>
      pick(random, [`**${words}**`, `_${words}_`, `*${words}*`, `[${words}](https://news.example/${id})`]),
    )
    .replace(/<x id="(\d+)"\/>/g, (_, id: string) => pick(random, ['`code`', `![](photo-${id}.png)`]));
}

const decodeNumeric = (reference: string) =>
  String.fromCodePoint(Number(/x/i.test(reference) ? `0x${reference.slice(3, -1)}` : reference.slice(2, -1)));
