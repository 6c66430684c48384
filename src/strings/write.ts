/** From an Edition of strings to its file: values and plural forms change, every other byte stays. */

import type { Edition, Target, Text } from '../article.ts';
import { sameText } from '../text.ts';
import { encodeString, type JsonStyle, styleOf } from './json.ts';
import { type Member, type Members, type Plural, pluralsOf, readMembers } from './members.ts';
import { neededForms } from './plurals.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * @param edition of an article that `readStrings` made; its locale decides the plural forms
 * @returns the localized file. A segment whose target says the same keeps its bytes. The forms of a plural are made and taken
 *   away where one of them has a target, so that an edition without targets is the source
 */
export function writeStrings(edition: Edition): string {
  const { article, targets, locale } = edition;
  const { source } = article;
  const style = styleOf(source);
  const edits: Edit[] = [];
  const made = new Map<string, Target>();
  for (const { segments, path = '' } of article.blocks)
    for (const { id, text, span } of segments) {
      const target = targets.get(id);
      if (target === undefined) continue;
      made.set(path, target);
      if (!isMade(id) && !sameText(text, target.text)) edits.push({ ...span, text: bytesOf(target.text, style) });
    }
  if (locale !== article.locale)
    for (const members of readMembers(source, article.id))
      for (const plural of pluralsOf(members)) edits.push(...formEdits(plural, members, made, { source, style, locale }));
  return apply(source, edits);
}

const MADE = /-(?:zero|one|two|few|many)$/;

/** Whether the segment is of a form that the source has not. */
function isMade(id: string): boolean {
  return MADE.test(id);
}

function bytesOf(text: Text, style: JsonStyle): string {
  return text.map((piece) => (typeof piece === 'string' ? encodeString(piece, style) : piece.source)).join('');
}

interface Surroundings {
  readonly source: string;
  readonly style: JsonStyle;
  readonly locale: string;
}

/** The forms of one plural that come and go. */
function formEdits(plural: Plural, all: Members, made: ReadonlyMap<string, Target>, around: Surroundings): Edit[] {
  const { forms, path, stem } = plural;
  const needed = neededForms(around.locale, stem, new Set(forms.keys()));
  const other = forms.get('other');
  if (other === undefined || ![...forms.keys(), ...needed].some((category) => made.has(`${path}${category}`))) return [];
  const gone = [...forms].filter(([category]) => !needed.includes(category)).map(([, member]) => member);
  const added = needed.flatMap((category) => {
    const target = forms.has(category) ? undefined : made.get(`${path}${category}`);
    return target === undefined ? [] : [memberText(`${stem}${category}`, target.text, other, around)];
  });
  const edits = gone.map((member) => removal(member, all.members, new Set(gone)));
  // `_other` is the last form in CLDR's order, and never goes.
  if (added.length > 0) edits.push({ start: other.start, end: other.start, text: added.join('') });
  return edits;
}

/** A new member, written like the one that it comes before. */
function memberText(key: string, text: Text, model: Member, { source, style }: Surroundings): string {
  const colon = source.slice(model.keyEnd, model.value.offset);
  let gap = model.start;
  while (/\s/.test(source[gap - 1] ?? '.')) gap--;
  return `"${encodeString(key, style)}"${colon}"${bytesOf(text, style)}",${source.slice(gap, model.start)}`;
}

/** A member with the comma that it leaves: up to the next one, or from the last that stays. */
function removal(member: Member, members: readonly Member[], gone: ReadonlySet<Member>): Edit {
  const at = members.indexOf(member);
  const next = members[at + 1];
  if (members.slice(at + 1).some((later) => !gone.has(later)) && next !== undefined)
    return { start: member.start, end: next.start, text: '' };
  const kept = members.slice(0, at).findLast((earlier) => !gone.has(earlier));
  return { start: kept?.end ?? member.start, end: member.end, text: '' };
}

function apply(source: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let out = '';
  let at = 0;
  for (const { start, end, text } of sorted) {
    // What is taken away may hold a changed value, or overlap with its neighbour.
    if (end < at) continue;
    out += source.slice(at, Math.max(at, start)) + text;
    at = end;
  }
  return out + source.slice(at);
}
