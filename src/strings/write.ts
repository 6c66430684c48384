/** From an Edition of strings to its file: words and plural forms change, every other byte stays. */

import type { Edition, Mark, Target } from '../article.ts';
import { type Edit, splice } from '../splice.ts';
import { marks, sameText } from '../text.ts';
import { type FileString, readFile, textOf } from './file.ts';
import type { ChosenString, PluralTable } from './kinds.ts';
import { type Member, memberRemoval, type Piece, type ValueEdit } from './leaf.ts';
import { originOf } from './origin.ts';
import type { MessageChoice, Passage } from './passage.ts';
import { CATEGORIES, type Category, neededForms } from './plurals.ts';

/**
 * @param edition of an article that `readStrings` made; its locale decides the plural forms
 * @returns the localized file. A segment whose target says the same keeps its bytes. The forms of a plural are made and taken
 *   away where one of them has a target, so that an edition without targets is the source
 */
export function writeStrings(edition: Edition): string {
  return splice(edition.article.source, stringEdits(edition));
}

/** The same as edits of the source. @returns in order; they do not overlap */
export function stringEdits(edition: Edition): Edit[] {
  const { article } = edition;
  const { file, format } = originOf(article);
  const { strings, tables } = readFile(article.source, file, article.locale, format);
  const writer = new StringWriter(edition);
  const edits = strings.flatMap((string) => string.value.write(writer.editsIn(string, 0, string.value.words.length)));
  if (edition.locale !== article.locale) for (const table of tables) edits.push(...writer.formsOf(table, strings));
  return apart([...edits, ...writer.leftOut(strings)]);
}

class StringWriter {
  private readonly targets = new Map<string, Target>();
  private readonly source: string;
  /** Absent where the edition is the source's own. */
  private readonly to: string | undefined;

  constructor({ article, targets, locale }: Edition) {
    this.source = article.source;
    this.to = locale === article.locale ? undefined : locale;
    for (const { segments, path = '' } of article.blocks)
      for (const { id } of segments) {
        const target = targets.get(id);
        if (target !== undefined) this.targets.set(path, target);
      }
  }

  /** The outermost changes of a range of a string's words. */
  editsIn(string: FileString, from: number, to: number): ValueEdit[] {
    const isWhole = from === 0 && to === string.value.words.length;
    const found: { readonly from: number; readonly to: number; readonly pieces: () => readonly Piece[] }[] = [];
    const add = (start: number, end: number, pieces: () => readonly Piece[]) => {
      // What is put in where a placeholder begins is beside it.
      if (start >= from && end <= to && (isWhole || start < end || start > from)) found.push({ from: start, to: end, pieces });
    };
    for (const passage of string.message.passages) {
      const target = this.targets.get(string.path + passage.name);
      if (target === undefined || sameText(textOf(passage, string.value, this.source), target.text)) continue;
      add(passage.from, passage.to, () => this.said(string, passage, target));
    }
    for (const { type, name, forms, addition } of string.message.choices) {
      if (this.to === undefined) break;
      const needed = neededForms(this.to, type, forms);
      const pathOf = (category: string) => string.path + name(category);
      if (![...forms.keys(), ...needed].some((category) => this.targets.has(pathOf(category)))) continue;
      for (const [category, range] of forms) if (!needed.includes(category)) add(range.from, range.to, () => []);
      const other = string.message.passages.find((passage) => passage.name === name('other')) as Passage;
      for (const category of needed) {
        const target = forms.has(category) ? undefined : this.targets.get(pathOf(category));
        if (target === undefined) continue;
        const [before, after] = addition(category);
        const at = placeOfForm(category, forms);
        add(at, at, () => [{ words: before }, ...this.said(string, other, target), { words: after }]);
      }
    }
    const edits: ValueEdit[] = [];
    let reached = from;
    for (const { pieces, ...range } of found.sort(
      (a, b) => a.from - b.from || Number(isAddition(b)) - Number(isAddition(a)) || b.to - a.to,
    )) {
      if (range.from < reached) continue;
      edits.push({ ...range, pieces: pieces() });
      reached = range.to;
    }
    return edits;
  }

  /** A range of a string's words with what changes in it. */
  private range(string: FileString, from: number, to: number): Piece[] {
    const { words, offset } = string.value;
    const out: Piece[] = [];
    const keep = (start: number, end: number) => {
      if (start < end) out.push({ words: words.slice(start, end), raw: this.source.slice(offset(start), offset(end)) });
    };
    let at = from;
    for (const edit of this.editsIn(string, from, to)) {
      keep(at, edit.from);
      out.push(...edit.pieces);
      at = edit.to;
    }
    keep(at, to);
    return out;
  }

  /** What a target says in a passage's place; marks are the passage's, with what is nested in them already changed. */
  private said(string: FileString, passage: Passage, target: Target): Piece[] {
    const originals = marks(textOf(passage, string.value, this.source));
    const piecesOf = (mark: Mark): Piece[] => {
      const at = originals.findIndex(({ role, id }) => role === mark.role && id === mark.id);
      const own = passage.marks[at];
      const isNesting = own !== undefined && string.message.passages.some(({ from, to }) => from > own.start && to < own.end);
      if (own === undefined || (!isNesting && mark.source !== '' && mark.source !== originals[at]?.source))
        return mark.source === '' ? [] : [{ words: mark.source, raw: mark.source }];
      return this.range(string, own.start, own.end);
    };
    const pieces: Piece[] = [];
    for (const [at, piece] of target.text.entries()) {
      const next = target.text[at + 1];
      if (typeof piece !== 'string') pieces.push(...piecesOf(piece));
      else pieces.push({ words: passage.write(piece, typeof next === 'object' ? next.source : '') });
    }
    return pieces;
  }

  /** Members that a person took out of the file are not in a new one. */
  leftOut(strings: readonly FileString[]): Edit[] {
    const isLeft = ({ path, message }: FileString) =>
      message.passages.every(({ name }) => this.targets.get(path + name)?.state === 'left-out');
    const byMember = Map.groupBy(strings, ({ leaf }) => leaf.member);
    const gone = new Set([...byMember].flatMap(([member, all]) => (member !== undefined && all.every(isLeft) ? [member] : [])));
    return [...gone].map((one) => memberRemoval(one, gone, this.source));
  }

  /** The members of one plural that come and go. */
  formsOf({ type, path, key, forms }: PluralTable, strings: readonly FileString[]): Edit[] {
    const needed = neededForms(this.to as string, type, forms);
    const other = strings.find((one) => one.path === path('other'));
    if (other === undefined || ![...forms.keys(), ...needed].some((category) => this.targets.has(path(category)))) return [];
    const member = other.leaf.member as Member;
    const gone = new Set([...forms].flatMap(([category, form]) => (needed.includes(category) ? [] : memberOf(form))));
    const added = needed.flatMap((category) => {
      const target = forms.has(category) ? undefined : this.targets.get(path(category));
      return target === undefined ? [] : [member.before(key(category), this.said(other, other.message.passages[0] as Passage, target))];
    });
    const edits = [...gone].map((one) => memberRemoval(one, gone, this.source));
    // `other` is the last form in CLDR's order, and never goes.
    if (added.length > 0) edits.push({ span: { start: member.start, end: member.start }, text: added.join('') });
    return edits;
  }
}

/** Where a new branch is put in: before the next one in CLDR's order, which counts where forms are known by their place. */
function placeOfForm(category: Category, forms: MessageChoice['forms']): number {
  const later = CATEGORIES.slice(CATEGORIES.indexOf(category));
  return later.flatMap((one) => forms.get(one)?.from ?? [])[0] ?? 0;
}

const isAddition = ({ from, to }: { readonly from: number; readonly to: number }): boolean => from === to;

function memberOf({ leaf }: ChosenString): Member[] {
  return leaf.member === undefined ? [] : [leaf.member];
}

/** What is taken away may hold a changed value, or overlap with its neighbour. */
function apart(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const all: Edit[] = [];
  let at = 0;
  for (const { span, text } of sorted) {
    if (span.end < at) continue;
    all.push({ span: { start: Math.max(at, span.start), end: span.end }, text });
    at = span.end;
  }
  return all;
}
