/**
 * What a language model leaves around a translation: its thoughts, control tokens, a code fence, a label, words about its work,
 * emphasis or quotation marks around the whole, the source again. Nothing is taken that the source has as well.
 */

import { lengthScore } from '../language/lengths.ts';
import { sentences } from '../sentences.ts';
import { lostLetter, withWholeLetters } from './broken-text.ts';
import { labelOf, mayBeWords } from './labels.ts';
import { stripMarks } from './mark-faults.ts';
import { isClosing, isLabelledRemark, isRefusal, isRemark, openingIn, TRANSLATION, zealIn } from './talk.ts';
import { enclosed, withoutEmphasis, withoutField, withoutMarker, withoutRepetition } from './wraps.ts';

/** Both fragments, and their languages (BCP 47). */
interface Exchange {
  readonly source: string;
  readonly from: string;
  readonly to: string;
}

type Peel = (answer: string, exchange: Exchange) => string;

/** In the order in which models put these around each other, the outermost first; each is tried again once another has come off. */
const PEELS: readonly Peel[] = [
  withoutThoughts,
  withoutTokens,
  (answer, { source, to }) => withWholeLetters(source, answer, to),
  withoutFence,
  withoutJson,
  withoutWrapper,
  withoutLines,
  withoutLabel,
  withoutOpening,
  withoutZeal,
  withoutClosing,
  withoutRemark,
  withoutSource,
  (answer, { source }) => withoutRepetition(source, answer),
  (answer, { source }) => withoutField(source, answer),
  (answer, { source, to }) => withoutMarker(source, answer, to),
  (answer, { source }) => withoutEmphasis(source, answer),
  (answer, { source }) => enclosed(source, answer),
];

/**
 * The answer without what can be told to be none of the translation.
 * @param answer a fragment, as `readFragment` gives it
 */
export function withoutResidue(source: string, answer: string, from: string, to: string): string {
  let now = answer;
  for (let round = 0; round < 5; round++) {
    const before = now;
    for (const peel of PEELS) {
      const peeled = peel(now, { source, from, to });
      if (stripMarks(peeled).trim() !== '') now = peeled;
    }
    if (now === before) return now;
  }
  return now;
}

const THOUGHT = 'think|thinking|thoughts?|reasoning|reflection|scratchpad|analysis|inner_monologue';
const THOUGHTS = new RegExp(`&lt;(${THOUGHT})&gt;[\\s\\S]*?&lt;/\\1&gt;`, 'gi');
const THOUGHTS_END = new RegExp(`^[\\s\\S]*&lt;/(?:${THOUGHT})&gt;`, 'i');
const ANY_THOUGHT = new RegExp(`&lt;/?(?:${THOUGHT})&gt;`, 'i');

function withoutThoughts(answer: string, { source }: Exchange): string {
  if (!ANY_THOUGHT.test(answer) || ANY_THOUGHT.test(source)) return answer;
  return answer.replace(THOUGHTS, '').replace(THOUGHTS_END, '');
}

/** Control tokens of tokenizers and chat templates. */
const TOKEN =
  '&lt;/?s&gt;|&lt;[|｜][^|｜&<>\\n]{1,40}[|｜]&gt;|&lt;/?(?:start|end)_of_(?:turn|text|sentence)&gt;|&lt;(?:pad|bos|eos|cls|sep|eop|eod)&gt;|\\[/?INST\\]|\\[(?:CLS|SEP|PAD|EOS|BOS|MASK)\\]|&lt;&lt;/?SYS&gt;&gt;|&lt;extra_id_\\d+&gt;|###+ ?(?:assistant|response|user|end)\\b:?|(?<=\\S)\\s*###+\\s*$';
const TOKENS = new RegExp(TOKEN, 'giu');
const ANY_TOKEN = new RegExp(TOKEN, 'iu');
/** After these a model answers no longer, whatever it goes on with. */
const END =
  /&lt;\/s&gt;|&lt;[|｜](?:im_end|eot_id|endoftext|end_of_text|end|eom_id|end▁of▁sentence)[|｜]&gt;|&lt;end_of_turn&gt;|&lt;eos&gt;|\[EOS\]/iu;
/** What comes before it is the channel and the role (OpenAI's Harmony); the last message is the answer. */
const MESSAGE = /&lt;\|message\|&gt;/i;
const ROLE = /^\s*(?:assistant|model|user|system)\s*(?:\n|[:：])\s*/i;

function withoutTokens(answer: string, { source }: Exchange): string {
  let now = answer;
  if (ANY_TOKEN.test(now) && !ANY_TOKEN.test(source)) {
    const parts = (now.split(MESSAGE).at(-1) ?? now).split(END);
    const first = parts.find((part) => stripMarks(part.replace(TOKENS, '').replace(ROLE, '')).trim() !== '');
    now = (first ?? now).replace(TOKENS, ' ').replace(ROLE, '');
  }
  return now;
}

const FENCE = /(?:^|\n)[ \t]*(`{3,}|~{3,})[ \t]*(?:[\w-]*[ \t]*\n)?([\s\S]*?)\s*\1[ \t]*(?=\n|$)/;

/** The fence's content, whatever is said around it; a backtick at both ends goes likewise. */
function withoutFence(answer: string, { source }: Exchange): string {
  if (source.includes('`') || !/`|~~~/.test(answer)) return answer;
  const fence = FENCE.exec(answer);
  if (fence !== null && answer.split(fence[1] as string).length === 3) return fence[2] ?? '';
  return /^\s*`[^`]+`\s*$/.test(answer) ? answer.trim().slice(1, -1) : answer;
}

/** `{"translation": "..."}`, `["..."]`. */
function withoutJson(answer: string, { source }: Exchange): string {
  if (!/^\s*[{[]/.test(answer) || /^\s*[{[]/.test(source)) return answer;
  const value = /^\s*(?:\{\s*(?:"[\w ]+"|'[\w ]+'|[\w]+)\s*:\s*|\[\s*)(["'])([\s\S]*)\1\s*,?\s*[}\]]\s*$/.exec(answer)?.[2];
  return value === undefined ? answer : value.replace(/\\(["'\\/])/g, '$1').replace(/\\n/g, '\n');
}

const TAGS = 'p|div|span|b|i|u|em|strong|br|html|body|font|small|a|code|pre|h[1-6]|article|section|mark|big|center';
const WRAPPER = /^\s*(?:&lt;([a-z][\w-]*)(?:\s[^&<>]*)?&gt;([\s\S]*)&lt;\/\1\s*&gt;|([[{])([a-z][\w-]*)[\]}]([\s\S]*)\3\/\4[\]}])\s*$/i;
const HTML = new RegExp(`\\s*&lt;br\\s*/?&gt;\\s*|&lt;/?(?:${TAGS})(?:\\s(?:(?!&[lg]t;)[^<>])*)?/?&gt;`, 'gi');

/** Tags around the whole (`<translation>`, `[es]`), and tags of HTML among the words, where the source has none. */
function withoutWrapper(answer: string, { source }: Exchange): string {
  const found = WRAPPER.exec(answer);
  const whole = found === null || WRAPPER.test(source) ? answer : (found[2] ?? found[5] ?? answer);
  if (!answer.includes('&lt;') || source.includes('&lt;')) return found?.[5] === undefined ? answer : whole;
  return whole.replace(HTML, (tag) => (/br/i.test(tag) ? ' ' : ''));
}

/** Of an answer in more lines than its text has, those that are no talk. */
function withoutLines(answer: string, exchange: Exchange): string {
  const { source } = exchange;
  const trimmed = answer.trim();
  if (!trimmed.includes('\n') || /\n\s*\n/.test(source.trim())) return answer;
  const lines = trimmed.split(source.trim().includes('\n') ? /\n\s*\n/ : /\n+/).filter((line) => stripMarks(line).trim() !== '');
  const own = lines.filter((line) => !isTalk(stripMarks(line).trim(), exchange));
  if (own.length === 0 || own.length === lines.length) return answer;
  // What is left of several paragraphs is told by `residueIn`.
  return own.join(/\n\s*\n/.test(trimmed) ? '\n\n' : '\n');
}

function isTalk(line: string, { source, from, to }: Exchange): boolean {
  const before = stripMarks(source).trim();
  if (/^[-*_=#~`\s]+$/.test(line) || line === before) return true;
  if (isLabelledRemark(line, before) || isClosing(line, before)) return true;
  if (openingIn(line) !== undefined && openingIn(before) === undefined) return true;
  const isLabel = /[:：][*_\s]*$/u.test(line) && !/[:：][^\w:：]*$/u.test(before);
  return isLabel && (TRANSLATION.test(line) || labelOf(line, from, to) === line);
}

/** A label of the source's own ("Spanish: the exam") is translated, not taken away. */
function withoutLabel(answer: string, { source, from, to }: Exchange): string {
  const label = labelOf(answer, from, to);
  if (label === '') return answer;
  const [before, rest] = [stripMarks(source), stripMarks(answer.slice(label.length))];
  if (labelOf(before, to, from) !== '' || labelOf(before, from, to) !== '') return answer;
  if (mayBeWords(label, before, from, to)) return answer;
  if (!LABELLED.test(before)) return answer.slice(label.length);
  return LABELLED.test(rest) || label.trimEnd().endsWith(']') ? answer.slice(label.length) : answer;
}

/** Something short before a colon, or in brackets at the start. */
const LABELLED = /^[^:：]{1,50}[:：]|^\s*[[(]/;

/** "Here is the translation: ..." */
function withoutOpening(answer: string, { source, from, to }: Exchange): string {
  const [said, before] = [stripMarks(answer), stripMarks(source)];
  if (TRANSLATION.test(before) || openingIn(before) !== undefined) return answer;
  const lead = /^[^:：\n<]{0,120}(?:[:：]|\n)[*_"]*\s*/u.exec(answer)?.[0];
  if (lead === undefined) return answer;
  const rest = said.slice(stripMarks(lead).length);
  // A sentence may have the word, and a colon behind it; but then what follows is too short for all of the source.
  const isExtra = !LABELLED.test(before) && lengthScore(before, rest, from, to) > -1 && lengthScore(before, said, from, to) > 0.5;
  const isTold = openingIn(said) !== undefined || (TRANSLATION.test(lead) && isExtra);
  return isTold ? answer.slice(lead.length) : answer;
}

/** "Of course! ...", where the source has no such sentence. */
function withoutZeal(answer: string, { source, from, to }: Exchange): string {
  const lead = zealIn(answer);
  const [said, before] = [stripMarks(answer), stripMarks(source)];
  // A short sentence of the source's own may be one that says so.
  if (lead === undefined || /^\P{L}*(?:\p{L}[\p{L}'’]*(?![\p{L}'’])[^\p{L}.!?:。！？]*){1,4}[.!?:。！？]/u.test(before)) return answer;
  return lead.includes('\n') || sentences(said, to).length > sentences(before, from).length ? answer.slice(lead.length) : answer;
}

/** "... Let me know if you need anything else." */
function withoutClosing(answer: string, { source, from, to }: Exchange): string {
  const before = stripMarks(source);
  let now = answer;
  for (let times = 0; times < 3; times++) {
    const all = sentences(stripMarks(now), to);
    const last = all.at(-1) ?? '';
    if (all.length < 2 || !now.endsWith(last)) return now;
    if (!isClosing(last, before) && !isLabelledRemark(last, before)) return now;
    if (all.length <= sentences(before, from).length) return now;
    now = now.slice(0, -last.length).trimEnd();
  }
  return now;
}

const LAST_BRACKETS = /(?<!\s)\s*(?:\(([^()]*)\)|\[([^[\]]*)\]|（([^（）]*)）|【([^【】]*)】)([.。]?)\s*$/u;

/** A remark in brackets at the end: one that says so, one in the source's words, or one behind the end of the sentence. */
function withoutRemark(answer: string, { source }: Exchange): string {
  const found = LAST_BRACKETS.exec(answer);
  if (found === null || /[([（【]/.test(stripMarks(source))) return answer;
  const inside = found[1] ?? found[2] ?? found[3] ?? found[4] ?? '';
  const head = answer.slice(0, found.index);
  const isBehind = /[.!?…。！？।؟][\p{Pf}\p{Pe}"'”»]*$/u.test(head);
  const isSource = saysSource(stripMarks(source), inside);
  if (!isBehind && !isRemark(inside) && !isSource) return answer;
  return isBehind ? head : head + (found[5] ?? '');
}

/** Whether the words are in the source one behind the other: three and more, so that a name in brackets may stay. */
function saysSource(source: string, words: string): boolean {
  const plain = words.trim().replace(/^["'“«]|(?<!["'”».])["'”».]+$/g, '');
  return (plain.match(/\p{L}+/gu)?.length ?? 0) >= 3 && source.toLowerCase().includes(plain.toLowerCase());
}

const SEPARATOR = '\\s*(?:->|=&gt;|-&gt;|→|⇒|=|\\||—|–|:|/|\\n)\\s*';

/** "The port is closed. -> El puerto está cerrado." */
function withoutSource(answer: string, { source }: Exchange): string {
  const plain = stripMarks(source).trim();
  for (const said of new Set([source.trim(), plain, plain.replace(/[.!?。！？]$/u, '')])) {
    if ((said.match(/\p{L}[\p{L}\p{M}’']*/gu)?.length ?? 0) < 2 || answer.trim() === said) continue;
    const trimmed = answer.trim();
    if (trimmed.startsWith(said)) {
      const rest = new RegExp(`^${SEPARATOR}`, 'u').exec(trimmed.slice(said.length));
      if (rest !== null) return trimmed.slice(said.length + rest[0].length);
    }
    if (trimmed.endsWith(said)) {
      const rest = new RegExp(`${SEPARATOR}$`, 'u').exec(trimmed.slice(0, -said.length));
      if (rest !== null) return trimmed.slice(0, rest.index);
    }
  }
  return answer;
}

/** Words of a source that a word for translation may stand for. */
const ABOUT_WORDS = /interpret|version|render|transfer|translat/i;

/**
 * What an answer holds of a model's talk although it has been mended, in words; undefined where it holds none.
 * @param answer a fragment
 */
export function residueIn(source: string, answer: string, from: string, to: string): string | undefined {
  const [before, said] = [stripMarks(source), stripMarks(answer)];
  const lacks = (pattern: RegExp) => pattern.test(said) && !pattern.test(before);
  if (lacks(ANY_THOUGHT)) return 'thoughts came back with the text';
  if (lacks(ANY_TOKEN) || lacks(/&lt;unk&gt;/i)) return 'a control token came back with the text';
  if (lacks(/&lt;(?:!doctype|\?xml)\b/i)) return 'a page came back in place of a text';
  if (lacks(/```|~~~/)) return 'a code fence came back with the text';
  if (lacks(/&lt;\/?[a-z][\w-]*(?:\s(?:(?!&lt;)[^<>])*?)?\/?&gt;/i)) return 'tags came back that the text has not';
  if (openingIn(said) !== undefined && openingIn(before) === undefined)
    return `the engine comments on its own work: "${openingIn(said)?.trim()}"`;
  if (isRefusal(said, before) && !ABOUT_WORDS.test(before)) return `the engine refuses: "${said.trim()}"`;
  if (/\S[^\S\n]*\n[^\S\n]*\n\s*\S/.test(said) && !/\n\s*\n/.test(before)) return 'several paragraphs came back for one';
  if ((before.match(/\p{Ll}{2,}/gu)?.length ?? 0) >= 4 && said.length > before.length + 10 && said.includes(before.trim()))
    return 'the source came back with its translation';
  const isExtra = TRANSLATION.test(said) && !ABOUT_WORDS.test(before) && !TRANSLATION.test(before);
  const all = isExtra ? sentences(said, to) : [];
  if (all.length > 1 && TRANSLATION.test(all.at(-1) ?? '') && all.length > sentences(before, from).length)
    return `the engine seems to speak of its work: "${all.at(-1)}"`;
  return lostLetter(source, answer);
}
