/** A file of strings, its source and its record side by side: what each key is in the others, and what became of it. */

import type { Article, Edition, Segment, Target, Text } from '../article.ts';
import { recordMarksIn } from '../memory/mark-ids.ts';
import { pairPaths } from '../memory/pair-paths.ts';
import type { EditionRecord, RecordedSegment } from '../memory/record.ts';
import { pathsInFile } from '../memory/shown-strings.ts';
import { shownText } from '../memory/shown-text.ts';
import { type Contents, contentsIn, contentsOf } from '../strings/contents.ts';
import { originOf } from '../strings/origin.ts';
import { fileLanguage, type StringFile } from '../strings/place.ts';
import { CATEGORIES, type Category, isCategory } from '../strings/plurals.ts';
import { type Branch, branchesOf, branchPath } from '../strings/tree.ts';
import { writeStrings } from '../strings/write.ts';
import { isRemoved, shape } from '../text.ts';

/** A string of the source, as the record knows it. */
export interface KnownString {
  readonly segment: Segment;
  readonly was: RecordedSegment | undefined;
  /** Whether it says something else than the file shows. */
  readonly isChanged: boolean;
  /** Whether a person took it out of the file, and it stays out. */
  readonly isOut: boolean;
  readonly target: Target | undefined;
}

export class KnownStrings {
  /** The source in the language of the edition, and the file. */
  readonly fresh: StringFile;
  readonly there: StringFile;
  readonly now: Contents;
  readonly own: Contents;
  /** Of every string of the source, by path. */
  readonly known = new Map<string, KnownString>();
  /** Branches of the file by the path of those of the source. */
  readonly pairs = new Map<string, Branch>();
  /** Paths of texts by the path of the branch that holds them, the whole string before what is in it. */
  readonly textsNow: ReadonlyMap<string, readonly string[]>;
  readonly textsThere: ReadonlyMap<string, readonly string[]>;
  readonly front: ReadonlyMap<string, string>;
  private readonly touched: ReadonlySet<string>;
  /** The source in its own language. */
  private readonly authors: Contents;
  /** Paths of the record by those of the source now, and of the file. */
  private readonly wasNow: ReadonlyMap<string, string>;
  private readonly wasThere: ReadonlyMap<string, string>;
  /** Paths of the record that the source still has. */
  private readonly still: ReadonlySet<string>;
  /** Paths of the record whose string has another key now, with what its person made of it. */
  private readonly renamed: ReadonlySet<string>;
  /** Paths of values by those of their branches. */
  private readonly nameNow: ReadonlyMap<string, string>;
  private readonly nameThere: ReadonlyMap<string, string>;
  /** Places in the record, by path. */
  private readonly order: ReadonlyMap<string, number>;

  /** @param touched paths of the strings that a person changed since the file was written */
  constructor(edition: Edition, record: EditionRecord, present: Article, touched: ReadonlySet<string>) {
    const { article, locale } = edition;
    this.touched = touched;
    this.front = record.front ?? new Map();
    const language = fileLanguage(originOf(article).file);
    const source = writeStrings(edition);
    this.now = contentsIn(article, source, locale);
    this.own = contentsOf(present);
    this.textsNow = Map.groupBy(this.now.homes.keys(), (path) => this.now.homes.get(path) as string);
    this.textsThere = Map.groupBy(this.own.homes.keys(), (path) => this.own.homes.get(path) as string);
    this.nameNow = inverse(this.now.valueHomes);
    this.nameThere = inverse(this.own.valueHomes);
    this.fresh = { source, root: this.now.root, language };
    this.there = { source: present.source, root: this.own.root, language };
    const said = sourceOf(record);
    const authors = contentsOf(article);
    this.authors = authors;
    const recordMarks = recordMarksIn(article);
    const words = article.blocks.map(({ path = '', segments: [segment] }) => [path, shape(recordMarks(segment?.text ?? []))] as const);
    const nowOf = pairPaths(new Map([...said, ...this.front]), new Map([...authors.values, ...words]), authors.lists);
    const thereOf = pathsInFile(record, present, this.own);
    this.wasNow = inverse(nowOf);
    this.wasThere = inverse(thereOf);
    this.order = orderIn(record);
    const recorded = new Map(record.blocks.map(({ path, segments: [segment] }) => [path, segment]));
    for (const {
      path = '',
      segments: [segment],
    } of article.blocks) {
      if (segment === undefined) continue;
      const target = edition.targets.get(segment.id);
      const was = recorded.get(this.wasNow.get(path));
      const isChanged =
        was === undefined || was.replaced !== undefined || shape(recordMarks(target?.text ?? segment.text)) !== shape(shownText(was));
      const isOut = was?.target !== undefined && (isRemoved(target) || !isRemoved(was.target) || !isChanged);
      this.known.set(path, { segment, was, isChanged, isOut, target });
    }
    this.still = new Set(nowOf.keys());
    this.renamed = this.renamedIn(record, recordMarks);
    this.pair(nowOf, thereOf);
  }

  private renamedIn({ blocks }: EditionRecord, recordMarks: (text: Text) => Text): Set<string> {
    const said = (source: Text, target: Text) => `${shape(source)}\n${shape(target)}`;
    const fresh = new Set(
      [...this.known.values()].flatMap(({ segment, was, target }) =>
        was === undefined && target !== undefined ? [said(recordMarks(segment.text), recordMarks(target.text))] : [],
      ),
    );
    const gone = blocks.filter(({ path = '', segments: [one] }) => {
      return !this.still.has(path) && one?.target !== undefined && fresh.has(said(one.source, one.target.text));
    });
    return new Set(gone.map(({ path = '' }) => path));
  }

  /** Which branch of the file is which of the source: by what is known of the values, and with those the maps and lists around them. */
  private pair(nowOf: ReadonlyMap<string, string>, thereOf: ReadonlyMap<string, string>): void {
    const atNow = (path: string) => this.now.branches.get(this.now.homes.get(path) ?? this.now.valueHomes.get(path) ?? path);
    const atThere = (path: string) => this.own.branches.get(this.own.homes.get(path) ?? this.own.valueHomes.get(path) ?? path);
    for (const [was, path] of nowOf) {
      const [one, other] = [atNow(path), atThere(thereOf.get(was) ?? '')];
      if (one === undefined || other === undefined || !thereOf.has(was)) continue;
      this.pairs.set(branchPath(one), other);
      if (one.keys.length !== other.keys.length) continue;
      for (let depth = one.keys.length - 1; depth > 0; depth--) {
        const around = this.own.branches.get(branchPath({ keys: other.keys.slice(0, depth) }));
        const path = branchPath({ keys: one.keys.slice(0, depth) });
        if (around === undefined || this.pairs.has(path)) break;
        this.pairs.set(path, around);
      }
    }
  }

  /** Whether a value of the source was known when a person took it out of the file. */
  isOutOf(path: string): boolean {
    const texts = this.textsAt(path);
    if (texts.length > 0) return texts.every(({ isOut }) => isOut);
    // What held only strings that are out is empty now.
    if (this.now.values.has(this.nameNow.get(path) ?? path) && (this.authors.branches.get(path)?.children.length ?? 0) > 0) return true;
    if (this.authors.notes.has(path)) return this.besides(path).some(({ was }) => was !== undefined);
    if (this.isOfNew(path)) return false;
    const name = this.nameNow.get(path);
    return name === undefined || this.front.has(this.wasNow.get(name) ?? '');
  }

  /** The strings that a note is beside. */
  private besides(path: string): KnownString[] {
    const parentOf = (one: string) => branchPath({ keys: this.now.branches.get(one)?.keys.slice(0, -1) ?? [] });
    const around = this.now.branches.get(path)?.keys.slice(0, -1) ?? [];
    const own = this.known.get(branchPath({ keys: around }));
    const beside = [...this.now.homes].flatMap(([text, home]) =>
      parentOf(home) === branchPath({ keys: around }) ? (this.known.get(text) ?? []) : [],
    );
    const out = [...this.known].flatMap(([text, known]) =>
      text.startsWith(`${branchPath({ keys: around })}.`) && !this.now.homes.has(text) ? [known] : [],
    );
    return [...(own === undefined ? [] : [own]), ...beside, ...out];
  }

  /** Whether a value belongs to a string that is new. */
  private isOfNew(path: string): boolean {
    const keys = this.now.branches.get(path)?.keys ?? [];
    return keys.some((_, depth) => {
      const text = this.known.get(branchPath({ keys: keys.slice(0, depth) }));
      return text !== undefined && text.was === undefined;
    });
  }

  private textsAt(path: string): KnownString[] {
    return [...(this.textsNow.get(path) ?? [])].flatMap((one) => this.known.get(one) ?? []);
  }

  /** Whether the source had all of a branch of the file, has nothing of it any more, and nobody touched it, or what they wrote has another key. */
  isGone(branch: Branch): boolean {
    if (branch.children.length > 0) return branch.children.every((child) => this.isGone(child));
    const path = branchPath(branch);
    const texts = [...(this.textsThere.get(path) ?? [])];
    const isLost = (one: string) => {
      const was = this.wasThere.get(one);
      return was !== undefined && !this.still.has(was) && (!this.touched.has(was) || this.renamed.has(was));
    };
    if (texts.some((one) => this.wasThere.has(one) && !this.front.has(this.wasThere.get(one) as string))) return texts.every(isLost);
    const name = this.nameThere.get(path) ?? path;
    const was = this.wasThere.get(name);
    const isKnown = was !== undefined && this.front.get(was) === this.own.values.get(name) && !this.still.has(was);
    // What a translator is told goes with the string.
    return isKnown || this.isNoteOfLost(branch);
  }

  private isNoteOfLost({ keys }: Branch): boolean {
    if (keys.at(-1) !== 'description' || keys.length < 2) return false;
    const around = branchPath({ keys: keys.slice(0, -1) });
    const was = this.wasThere.get(around);
    return was !== undefined && !this.still.has(was) && !this.touched.has(was);
  }

  /** Whether the comment above a branch of the file is the source's of before. */
  isComment(branch: Branch): boolean {
    const key = `# ${branchPath(branch)}`;
    return this.front.has(key) && this.front.get(key) === this.own.comments.get(key);
  }

  /** Whether the source has lost what a branch of the file says. */
  isLost(branch: Branch): boolean {
    const path = branchPath(branch);
    return (this.textsThere.get(path) ?? [path]).some((one) => {
      const was = this.wasThere.get(one);
      return was !== undefined && !this.still.has(was);
    });
  }

  /** The sums of a value without words: when the file was written, now, and in the file. */
  sums(now: Branch, other: Branch): { readonly was: string | undefined; readonly is: string; readonly shown: string } {
    const name = this.nameNow.get(branchPath(now)) ?? '';
    return { was: this.front.get(this.wasNow.get(name) ?? ''), is: now.sum, shown: other.sum };
  }

  /** The place that a branch had in the source that the file was written from; infinite for one without words. */
  placeOf(now: Branch): number {
    const inside = [now, ...branchesOf(now)].flatMap((branch) => this.textsNow.get(branchPath(branch)) ?? []);
    return Math.min(...inside.flatMap((path) => this.order.get(this.wasNow.get(path) ?? '') ?? []));
  }
}

/** The places of strings in the source that a record was made from; a plural form that it lacked is right before its `other`. */
function orderIn({ blocks }: EditionRecord): Map<string, number> {
  const places = new Map(blocks.map(({ segments: [segment] }, at) => [segment?.id ?? '', at]));
  return new Map(
    blocks.map(({ path = '', segments: [segment] }, at) => {
      const [, other = '', form = ''] = /^(.*)-([a-z]+)$/.exec(segment?.id ?? '') ?? [];
      const place = isCategory(form) ? places.get(other) : undefined;
      return [path, place === undefined ? at : place - 1 + (CATEGORIES.indexOf(form as Category) + 1) / 10];
    }),
  );
}

function inverse(map: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...map].map(([key, value]) => [value, key]));
}

function sourceOf(record: EditionRecord): Map<string, string> {
  return new Map(record.blocks.map(({ path = '', segments: [segment] }) => [path, shape(segment?.source ?? [])]));
}
