/** The marks of a sentence as its translator sees them. */

import type { Mark, Text } from '../article.ts';
import { marks } from '../text.ts';
import type { MarkLook, MarkView } from './contract.ts';

/** By the mark's first bytes (CommonMark, GFM, HTML's inline elements); the first that fits. */
const LOOKS: readonly (readonly [RegExp, MarkLook])[] = [
  [/^(?:\*\*|__)|^<\/?(?:strong|b)\b/i, 'strong'],
  [/^[*_]|^<\/?(?:em|i|cite)\b/i, 'emphasis'],
  [/^~|^<\/?(?:del|s)\b/i, 'struck'],
  [/^!\[|^<img\b/i, 'image'],
  [/^\[\^/, 'footnote'],
  [/^\[|^\]|^<\/?a\b|^<?(?:https?:|mailto:|www\.)/i, 'link'],
  [/^`|^<code\b/i, 'code'],
  [/^(?: {2,}|\\)?\r?\n|^<br\b/i, 'break'],
];

/** A long one is cut: it is there to be known again. */
const LONGEST_LABEL = 40;

/** @param text a source: its marks in their order, a pair as one */
export function marksOf(text: Text): MarkView[] {
  const all = marks(text);
  const views: MarkView[] = [];
  for (const mark of all) {
    const partner = mark.role === 'alone' ? undefined : all.find((other) => other !== mark && other.id === mark.id);
    if (partner !== undefined && mark.role === 'close') continue;
    const title = addressIn((partner ?? mark).source);
    views.push({
      id: mark.id,
      role: partner === undefined ? mark.role : 'pair',
      look: lookOf(mark),
      label: labelOf(mark),
      ...(title !== undefined && { title }),
    });
  }
  return views;
}

export function lookOf({ source }: Pick<Mark, 'source'>): MarkLook {
  return LOOKS.find(([bytes]) => bytes.test(source))?.[1] ?? 'markup';
}

function labelOf({ source }: Mark): string {
  const label = /^!\[([^\]]*)\]/.exec(source)?.[1] ?? /^(`+) ?(.*?) ?\1$/s.exec(source)?.[2] ?? source;
  const line = label.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_LABEL ? line : `${line.slice(0, LONGEST_LABEL - 1)}…`;
}

function addressIn(source: string): string | undefined {
  return (
    /^\]\(\s*<?([^\s>)]+)/.exec(source)?.[1] ??
    /^<?((?:https?:|mailto:)[^\s>]+)/i.exec(source)?.[1] ??
    /\bhref="([^"]+)"/i.exec(source)?.[1]
  );
}
