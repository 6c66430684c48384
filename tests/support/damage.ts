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
    pick(random, [`<translation>${answer}</translation>`, `<p>${answer}</p>`, `<target>${answer}</target>`]),
  'two answers': (answer) => `${answer}\n\n${answer}`,
  nothing: () => ' ',
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
