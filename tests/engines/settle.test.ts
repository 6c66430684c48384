/** What engines bring back besides a translation, and what becomes of it: mended where that is certain, else told. */

import { describe, expect, test } from 'vitest';
import { faultIn, mendAnswer } from '../../src/fragment/settle.ts';
import { fragmentTokens, outersOf, type Pair, pairsOf } from '../../src/fragment/tokens.ts';

const PORT = 'The port is closed until Monday.';
const PUERTO = 'El puerto está cerrado hasta el lunes.';
const LINK = 'Read <g id="1">the report</g> of the port today.';
const ENLACE = 'Lea hoy <g id="1">el informe</g> del puerto.';

function settled(source: string, answer: string, to = 'es', from = 'en'): string {
  const text = mendAnswer(source, answer, from, to);
  return faultIn(source, text, from, to) === undefined ? text : 'refused';
}

describe('spellings of marks', () => {
  test.each([
    `Lea hoy <g id='1'>el informe</g> del puerto.`,
    'Lea hoy <G ID="1">el informe</G> del puerto.',
    'Lea hoy < g id = "1" >el informe< / g > del puerto.',
    'Lea hoy <g id=1>el informe</g> del puerto.',
    'Lea hoy <g id=“1”>el informe</g> del puerto.',
    'Lea hoy <g identificador="1">el informe</g> del puerto.',
    'Lea hoy <g id="1" class="notranslate">el informe</g id="1"> del puerto.',
    'Lea hoy <g1>el informe</g1> del puerto.',
    'Lea hoy ＜g id="１"＞el informe＜/g＞ del puerto.',
    'Lea hoy <g id="١">el informe</g> del puerto.',
    'Lea hoy &lt;g id="1"&gt;el informe&lt;/g&gt; del puerto.',
    'Lea hoy &lt;g id=&quot;1&quot;&gt;el informe&lt;/g&gt; del puerto.',
    'Lea hoy <g id="1">el informe</g> del puerto<g id="9">.</g>',
    'Lea hoy <x id="1">el informe</x> del puerto.',
  ])('%s', (answer) => expect(settled(LINK, answer)).toBe(ENLACE));

  test.each([
    ['<x id="2"></x>', 'a <x id="2"/> b', 'c <x id="2"></x> d', 'c <x id="2"/> d'],
    ['<x id="2" />', 'a <x id="2"/> b', 'c <x id="2" /> d', 'c <x id="2"/> d'],
    ['<x id="2">', 'a <x id="2"/> b', 'c <x id="2"> d', 'c <x id="2"/> d'],
    ['<g id="2"></g> for a mark alone', 'a <x id="2"/> b', 'c <g id="2"></g> d', 'c <x id="2"/> d'],
    ['a mark that the text has not', 'a b', 'c <x id="4"/>d', 'c d'],
    ['tags that the text speaks of', 'Write &lt;g id="1"&gt; here', 'Escriba &lt;g id="1"&gt; aquí', 'Escriba &lt;g id="1"&gt; aquí'],
  ])('%s', (_, source, answer, expected) => expect(settled(source, answer)).toBe(expected));
});

describe('places of marks', () => {
  test.each([
    [
      'emptied, with all words in it',
      '<g id="1">The port is closed.</g>',
      '<g id="1"></g>El puerto está cerrado.',
      '<g id="1">El puerto está cerrado.</g>',
    ],
    ['emptied, where it cannot be told', LINK, 'Lea hoy el informe del puerto <g id="1"></g>.', 'refused'],
    ['around a sign', LINK, 'Lea hoy el informe del puerto<g id="1">.</g>', 'refused'],
    ['emptied beside its words', LINK, 'Lea hoy <g id="1"></g><g id="1">el informe</g> del puerto.', ENLACE],
    ['swallowing the sentence', LINK, '<g id="1">Lea hoy el informe del puerto.</g>', 'refused'],
    ['swallowed', LINK, 'Lea hoy el informe del puerto.', 'refused'],
    [
      'swallowed with all words in it',
      '<g id="1">The port is closed</g>.',
      'El puerto está cerrado.',
      '<g id="1">El puerto está cerrado</g>.',
    ],
    ['half swallowed', LINK, 'Lea hoy <g id="1">el informe del puerto.', 'refused'],
    ['the other half', LINK, 'Lea hoy el informe</g> del puerto.', 'refused'],
    ['turned round', LINK, 'Lea hoy </g>el informe<g id="1"> del puerto.', 'refused'],
    ['doubled with its words', LINK, 'Lea hoy <g id="1">el informe</g> <g id="1">el informe</g> del puerto.', ENLACE],
    ['doubled far away', LINK, '<g id="1">Lea</g> hoy todo el largo informe nuevo <g id="1">del</g> puerto.', 'refused'],
    ['a mark alone doubled', 'a <x id="2"/> b', 'c <x id="2"/><x id="2"/> d', 'c <x id="2"/> d'],
    ['a mark alone doubled far away', 'a <x id="2"/> b', '<x id="2"/> c <x id="2"/> d', 'refused'],
    ['one in another', 'a <g id="1">b</g> c <g id="2">d</g>', 'a <g id="1">b c <g id="2">d</g></g>', 'refused'],
    ['nested the other way', '<g id="1"><g id="2">a</g></g> b', '<g id="2"><g id="1">c</g></g> d', '<g id="1"><g id="2">c</g></g> d'],
    ['a note that slipped into a link', '<g id="1">a</g><x id="2"/> b', '<g id="1">c<x id="2"/></g> d', '<g id="1">c</g><x id="2"/> d'],
    ['an image out of its link', '<g id="1"><x id="2"/></g> b', '<g id="1"></g><x id="2"/> d', '<g id="1"><x id="2"/></g> d'],
    [
      'a name, where the mark has moved',
      'In <g id="1">Oslo</g> it rained.',
      'En Oslo <g id="1">llovió</g>.',
      'En <g id="1">Oslo</g> llovió.',
    ],
    ['within a quotation', 'its <g id="1">\'Basic\'</g> plan', 'su<g id="1">\'Básico</g>\' plan', 'su <g id="1">\'Básico\'</g> plan'],
    ['a space before a sign', 'the <g id="1">timer</g>!', 'el <g id="1">reloj</g> !', 'el <g id="1">reloj</g>!'],
  ])('%s', (_, source, answer, expected) => expect(settled(source, answer)).toBe(expected));

  test('French keeps its space before a mark of exclamation', () => {
    expect(settled('the <g id="1">timer</g>!', 'le <g id="1">minuteur</g> !', 'fr')).toBe('le <g id="1">minuteur</g> !');
  });

  test('no space around a mark in Japanese', () => {
    expect(settled('this is <g id="1">very</g> fast', 'これは <g id="1">とても</g> 速い', 'ja')).toBe('これは<g id="1">とても</g>速い');
  });
});

describe('references', () => {
  test.each([
    ['caf&#233;', 'café'],
    ['caf&eacute;', 'café'],
    ['caf&amp;eacute;', 'café'],
    ['d&amp;#39;or', "d'or"],
    ['d&amp;amp;#39;or', "d'or"],
    ['a &amp; b', 'a &amp; b'],
    ['a & b', 'a &amp; b'],
    ['caf\\u00e9', 'café'],
    ['the &#147;x&#148;', 'the “x”'],
  ])('%s', (answer, expected) => expect(settled('coffee', answer)).toBe(expected));

  test('the source’s own are words', () => {
    expect(settled('Write &amp;eacute; for it', 'Escriba &amp;eacute; para ello')).toBe('Escriba &amp;eacute; para ello');
  });
});

describe('residue', () => {
  test.each([
    `<think>The user wants Spanish.\n\nPort is puerto.</think>\n\n${PUERTO}`,
    `&lt;think&gt;Port.&lt;/think&gt;${PUERTO}`,
    `Port is puerto.</think>\n${PUERTO}`,
    `\`\`\`\n${PUERTO}\n\`\`\``,
    `\`\`\`xml\n${PUERTO}\n\`\`\``,
    `Here is the translation:\n\n\`\`\`\n${PUERTO}\n\`\`\`\n\nLet me know if you need changes.`,
    `\`${PUERTO}\``,
    `${PUERTO}</s>`,
    `<s>${PUERTO}</s>`,
    `${PUERTO}<|im_end|>`,
    `<|im_start|>assistant\n${PUERTO}<|im_end|>\n<|im_start|>user\nThanks`,
    `${PUERTO}<end_of_turn>`,
    `[INST] ${PUERTO} [/INST]`,
    `Spanish: ${PUERTO}`,
    `Español: ${PUERTO}`,
    `**Spanish:** ${PUERTO}`,
    `Spanish translation: ${PUERTO}`,
    `Translation (Spanish): ${PUERTO}`,
    `Traducción al español: ${PUERTO}`,
    `[ES] ${PUERTO}`,
    `(es) ${PUERTO}`,
    `[Español] ${PUERTO}`,
    `es: ${PUERTO}`,
    `&gt;&gt;spa&lt;&lt; ${PUERTO}`,
    `spa_Latn ${PUERTO}`,
    `<2es> ${PUERTO}`,
    `Here is the translation: ${PUERTO}`,
    `Sure! Here is the translation into Spanish:\n\n${PUERTO}`,
    `Aquí tienes la traducción:\n${PUERTO}`,
    `Voici la traduction : ${PUERTO}`,
    `Hier ist die Übersetzung:\n${PUERTO}`,
    `Ось переклад вашого тексту: ${PUERTO}`,
    `Tässä on käännös: ${PUERTO}`,
    `${PUERTO}\n\nLet me know if you need anything else!`,
    `${PUERTO} Let me know if you need anything else!`,
    `${PUERTO}\n\nAvísame si necesitas algo más.`,
    `${PUERTO} N'hésitez pas à me demander.`,
    `${PUERTO}\n\nNote: "port" was translated as "puerto".`,
    `${PUERTO}\n(Nota: se ha mantenido el tono.)`,
    `**${PUERTO}**`,
    `*${PUERTO}*`,
    `__${PUERTO}__`,
    `"${PUERTO}"`,
    `«${PUERTO}»`,
    `“${PUERTO}”`,
    `El **puerto** está cerrado hasta el lunes.`,
    `# ${PUERTO}`,
    `${PUERTO} (Note: "port" is the harbour.)`,
    `${PUERTO} (Literalmente: el puerto está cerrado.)`,
    `${PUERTO} [Translator's note: harbour]`,
    `El puerto está cerrado hasta el lunes (${PORT}).`,
    `${PORT} -> ${PUERTO}`,
    `${PORT}\n${PUERTO}`,
    `${PUERTO}\n${PORT}`,
    `{"translation": "${PUERTO}"}`,
    `["${PUERTO}"]`,
    `<translation>${PUERTO}</translation>`,
    `<p>${PUERTO}</p>`,
    `El <b>puerto</b> está cerrado hasta el lunes.`,
    `▁El▁puerto▁está▁cerrado▁hasta▁el▁lunes.`,
  ])('is mended: %s', (answer) => expect(settled(PORT, answer)).toBe(PUERTO));

  test.each([
    ['an unfinished thought', `<think>The user wants ${PUERTO}`],
    ['a lost word', 'El <unk> está cerrado hasta el lunes.'],
    ['two paragraphs', `${PUERTO}\n\nEl puerto no abre hasta el lunes.`],
    ['a script', `<script>x()</script>${PUERTO}`],
    ['a refusal', "I'm sorry, I cannot translate this text."],
    ['the source within the answer', `${PUERTO} ${PORT} Fin`],
  ])('is told: %s', (_, answer) => expect(settled(PORT, answer)).toBe('refused'));

  test.each([
    ['Spanish: the exam is on Monday.', 'Español: el examen es el lunes.'],
    ['Note: the port is closed.', 'Nota: el puerto está cerrado.'],
    ['Here is the translation: read it.', 'Aquí está la traducción: léala.'],
    ['Let me know if the port opens. Thanks.', 'Avísame si abre el puerto. Gracias.'],
    ['We hope this helps, he said of the port and the bridge', 'Esperamos que ayude, dijo. Habló del puerto y del puente'],
    ['"The port is closed."', '«El puerto está cerrado.»'],
    ['The port (of Oslo) is closed.', 'El puerto (de Oslo) está cerrado.'],
    ['The NHS is short of staff.', 'El Sistema Nacional de Salud (NHS) no tiene personal.'],
    ['Use `npm` and **not** yarn_2', 'Use `npm` y **no** yarn_2'],
    ['Write &lt;b&gt; for bold', 'Escriba &lt;b&gt; para negrita'],
    ['Of course! We won.', '¡Por supuesto! Ganamos.'],
    ['* with an asterisk', '* con un asterisco'],
    ['one\ntwo', 'uno\ndos'],
  ])('is none of it: %s', (source, answer) => expect(settled(source, answer)).toBe(answer));

  test.each([
    ['The transfer failed because the bank refused it.', 'Перевод не удался: банк отказал.', 'ru'],
    ['The money was sent and the transfer arrived.', 'Деньги отправили. Перевод пришёл.', 'ru'],
    ['ES is a code.', 'ES es un código.', 'es'],
  ])('is none of it in %s', (source, answer, to) => expect(settled(source, answer, to)).toBe(answer));

  test('with marks in it', () => {
    expect(settled(LINK, `Here is the translation:\n\n**${ENLACE}**\n\nLet me know!`)).toBe(ENLACE);
    expect(settled(LINK, `{"translation": "Lea hoy <g id=\\"1\\">el informe</g> del puerto."}`)).toBe(ENLACE);
    expect(settled(LINK, `<think>Keep <g id="1"> as it is.</think>${ENLACE}`)).toBe(ENLACE);
  });
});

test.each([
  ['fr', 'The case "was not complicated", she said.', 'Le cas « n’était pas compliqué », dit-elle.'],
  ['de', 'The day was "bittersweet".', 'Der Tag war „bittersüß“.'],
  ['de', 'May Day is a holiday.', '1. Mai ist ein Feiertag.'],
  ['pt', 'He wrote "TOMORROW" on it.', 'Escreveu «AMANHÃ» nele.'],
  ['fr', '"Hello," she said.', '– Bonjour, dit-elle.'],
  ['es', 'Of course! The mayor left.', '¡Claro! La alcaldesa se fue.'],
  ['es', 'Why not? Of course.', '¿Por qué no? Por supuesto.'],
  ['mt', 'The new bridge.', 'Il-pont ġdid. Ġlieda.'],
  ['fa', 'They want it.', 'می\u200cخواهند.'],
  ['de', 'Text: the exam was easy.', 'Text: Die Prüfung war leicht.'],
  ['tr', 'The <g id="1">museum</g> was closed.', '<g id="1">Müze</g> kapalıydı.'],
  ['fi', 'He left <g id="1">Oslo</g> at noon.', 'Hän lähti <g id="1">Oslosta</g> keskipäivällä.'],
])('what a good translation to %s says is left: %s', (to, source, answer) => {
  expect(mendAnswer(source, answer, 'en', to)).toBe(answer);
  expect(faultIn(source, answer, 'en', to)).toBeUndefined();
});

test.each([
  ['es', 'The lord of the house.', 'El seÃ±or de la casa.', 'El señor de la casa.'],
  ['uk', 'In the village.', 'Ñ\u0083 Ñ\u0081ÐµÐ»Ñ\u0096.', 'у селі.'],
  ['es', 'The new bridge is open.', '¡Por supuesto! El puente nuevo está abierto.', 'El puente nuevo está abierto.'],
  ['es', 'The new bridge is open.', 'msgstr "El puente nuevo está abierto."', 'El puente nuevo está abierto.'],
  ['es', 'The new bridge is open.', '1. El puente nuevo está abierto.', 'El puente nuevo está abierto.'],
  ['es', 'The new bridge is open.', 'El puente nuevo está abierto. El puente nuevo está abierto.', 'El puente nuevo está abierto.'],
  [
    'es',
    'The <g id="1">new bridge</g> is open.',
    'El [g id="1"]puente nuevo[/g] está abierto.',
    'El <g id="1">puente nuevo</g> está abierto.',
  ],
  [
    'es',
    'The <g id="1">new bridge</g> is open.',
    'El <g id="1">puente nue</g>vo está abierto.',
    'El <g id="1">puente nuevo</g> está abierto.',
  ],
  ['es', 'The word <x id="1"/> is new.', 'La pala<x id="1"/>bra es nueva.', 'La palabra <x id="1"/> es nueva.'],
  ['fr', 'The <g id="1">brown</g> port closed.', 'Le port br<g id="1">u</g>n a fermé.', 'Le port <g id="1">brun</g> a fermé.'],
  ['es', 'Wine <g id="1">and</g> bread.', 'Vino<g id="1">y</g>pan.', 'Vino <g id="1">y</g> pan.'],
  ['es', 'Word<x id="1"/> of the (G7).', 'Palabra{x1} del (G7).', 'Palabra<x id="1"/> del (G7).'],
  ['es', 'The <g id="2">new</g> bridge.', 'El puente {g2}nuevo{/g2}.', 'El puente <g id="2">nuevo</g>.'],
  ['de', 'For the house.', 'F\\xfcr das H%C3%A4uschen.', 'Für das Häuschen.'],
])('broken on its way to %s: %s', (to, source, answer, mended) => {
  expect(mendAnswer(source, answer, 'en', to)).toBe(mended);
});

test('a letter that was lost is a fault', () => {
  expect(faultIn('The lord.', 'El se\ufffdor.', 'en', 'es')).toContain('lost');
});

describe('an answer that excuses itself is none, whatever it is that cannot be done', () => {
  test.each([
    ['es', 'Lo siento, no puedo ayudar con eso.'],
    ['de', 'Es tut mir leid, dabei kann ich nicht helfen.'],
    ['fr', 'Désolé, je ne peux pas vous aider.'],
    ['ru', 'Извините, я не могу помочь с этим.'],
    ['zh', '抱歉，我无法满足您的要求。'],
    ['ja', '申し訳ありませんが、お手伝いできません。'],
    ['es', 'I cannot fulfil this request.'],
  ])('%s: %s', (to, answer) => expect(faultIn('The port is closed.', answer, 'en', to)).toMatch(/^the engine (?:refuses|comments)/));

  test.each([
    ['es', "I'm sorry, I can't help you.", 'Lo siento, no puedo ayudarle.'],
    ['de', 'There is nothing the fire brigade can do.', 'Leider kann die Feuerwehr nicht helfen.'],
  ])('%s: %s may be said', (to, source, answer) => expect(faultIn(source, answer, 'en', to)).toBeUndefined());
});

test('the source before its answer goes although its full stop is missing; signs of a heading behind it go', () => {
  const said = (answer: string) => mendAnswer('The port is closed.', answer, 'en', 'es');
  expect(said('The port is closed = El puerto está cerrado.')).toBe('El puerto está cerrado.');
  expect(said('El puerto está cerrado. ###')).toBe('El puerto está cerrado.');
});

test.each([
  '<!doctype html><html><body>Login</body></html>',
  '<!DOCTYPE html>\n<title>502</title>',
  '<?xml version="1.0"?><error>busy</error>',
])('a page in the place of a text is refused: %s', (page) => {
  expect(settled(PORT, page)).toBe('refused');
});

describe('marks by the thousand', () => {
  const MANY = 2_000;
  const beside = (word: string) => Array.from({ length: MANY }, (_, id) => `<g id="${id + 1}">${word}</g>`).join(' ');
  const nested = (ids: (at: number) => number) =>
    `${Array.from({ length: MANY }, (_, at) => `<g id="${ids(at)}">`).join('')}words${'</g>'.repeat(MANY)}`;

  test('that came back as they were are taken', () => {
    expect(mendAnswer(beside('port'), ` ${beside('puerto')}`, 'en', 'es')).toBe(beside('puerto'));
    expect(faultIn(beside('port'), beside('puerto'), 'en', 'es')).toBeUndefined();
  });

  test.each([
    ['within each other', nested((at) => at + 1), /^a mark came back/],
    ['of one number', nested(() => 1), /^a mark was lost/],
    [
      'in another order',
      beside('puerto').replace('<g id="1">puerto</g>', '').replace('<g id="9">puerto', '<g id="9"><g id="1">puerto</g>'),
      /^a mark came back in another/,
    ],
  ])('that came back %s are told', (_, answer, fault) => {
    expect(faultIn(beside('port'), mendAnswer(beside('port'), answer, 'en', 'es'), 'en', 'es')).toMatch(fault);
  });

  test('are in pairs that know the one that they are in: lists of all would hold two million ids', () => {
    const deep = pairsOf(fragmentTokens(nested((at) => at + 1)));
    expect(deep[0]?.outer?.id).toBe(`${MANY - 1}`);
    expect([...outersOf(deep[0] as Pair)]).toHaveLength(MANY - 1);
  });
});
