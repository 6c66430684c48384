/** Quotations: one that the target lost, or quotation marks that open and never close. */

import { worded } from '../text/worded.ts';
import type { SegmentCheck } from './check.ts';

/**
 * Quotation marks of all languages (Unicode's Quotation_Mark) but for those within a word, which are Hebrew's gershayim or a
 * slip for the apostrophe.
 */
const DOUBLE =
  /[„‟«»「」『』《》〈〉〝〞〟＂]|(?<![\p{Script=Hebrew}\p{Script=Latin}])["“”״]|["“”״](?![\p{Script=Hebrew}\p{Script=Latin}])|(?<![\p{L}\p{N}])''|''(?![\p{L}\p{N}])/gu;
const SINGLE = /(?<![\p{L}\p{M}\p{N}])['‘‚‹](?=\S)|(?<=\S)['’‘›](?![\p{L}\p{M}\p{N}])/u;
/** The dash that opens or interrupts speech. */
const SPEECH = /(?:^|[.!?…:»"”,]\s)[—–-]\s/u;
/** Shorter ones are often ironic words, which translators say otherwise; with their marks. */
const LEAST_CHARACTERS = 16;
/** Behind a Hebrew prefix of one or two letters a quotation opens, although letters are on both sides of its mark. */
const PREFIXED = /(?<![\p{L}\p{M}])[והבכלמש]{1,2}["“”״](?=\p{Script=Hebrew}{2})/u;
const EDGES = /^["“„«「]|[.,!?]?["”“»」]$/gu;
/** What a quotation opens with, and most sentences lack. */
const OPENS = /["“„«「]/;
/** A quotation within one sentence. */
const QUOTATION = /"([^"]*)"|[“„]([^“”„]*)[”“]|«([^«»]*)»|「([^「」]*)」/gu;

export const quotationsCheck: SegmentCheck = {
  name: 'quotations',
  segment: ({ sourceWords, targetWords }) => {
    if (!OPENS.test(sourceWords)) return [];
    const quotations = [...sourceWords.matchAll(QUOTATION)]
      .map(([quotation]) => quotation)
      .filter((quotation) => quotation.length >= LEAST_CHARACTERS && (/\p{L}\s+\S*\p{L}/u.test(quotation) || quotation.startsWith('「')));
    const marks = targetWords.match(DOUBLE) ?? [];
    const short = quotations.length === 0 ? [...sourceWords.matchAll(QUOTATION)].map(([quotation]) => quotation) : [];
    if (short.length > 0 && marks.length === 0 && !SINGLE.test(targetWords) && !SPEECH.test(targetWords))
      return [{ ...worded`The quotation marks are lost`, expected: short, got: [], level: 'note' }];
    if (quotations.length === 0) return [];
    // A title that stays in its language may be set otherwise; italics are no words.
    if (quotations.every((quotation) => targetWords.includes(quotation.replace(EDGES, '')))) return [];
    if (marks.length === 0 && !SINGLE.test(targetWords) && !SPEECH.test(targetWords))
      return [{ ...worded`The quotation is lost`, expected: quotations, got: [] }];
    // What opens at the start or closes at the end goes on in the neighbouring sentence.
    const inner = targetWords.trim().slice(1, -2);
    if (
      marks.length === 1 &&
      (inner.match(DOUBLE) ?? []).length === 1 &&
      !/["“”„«»]/.test(sourceWords.replace(QUOTATION, '')) &&
      !PREFIXED.test(targetWords) &&
      !SPEECH.test(targetWords)
    )
      return [{ ...worded`The quotation mark ${marks[0] as string} has no partner`, got: marks }];
    return [];
  },
};
