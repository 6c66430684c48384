/**
 * The one data type of the program: an Article is a source file and the places in it that carry words;
 * an Edition is that article in one locale. Types only: this file imports nothing and holds no code.
 */

/** A range of a source in UTF-16 code units, as `String.slice` takes them; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The author's inline markup, held as an object between the words so that it can neither be translated nor half-matched.
 * A pair shares one id. Ids count from "1" within a segment, in order of appearance, so that an edit of one sentence
 * never renames the marks of the next.
 */
export interface Mark {
  readonly role: 'open' | 'close' | 'alone';
  readonly id: string;
  /** The author's own bytes: `**`, `](https://...)`, `` `code` ``. */
  readonly source: string;
  /** Offset of `source` in `Article.source`; absent in a text that is not of an article (an answer, a record). */
  readonly start?: number;
}

/** Words as the reader sees them (character references and escapes resolved), and the marks between them. */
export type Text = readonly (string | Mark)[];

export interface Segment {
  /** Derived from the text (see `segmentId`), unique in the article: it survives moves and edits elsewhere. */
  readonly id: string;
  readonly span: Span;
  readonly text: Text;
}

export type BlockKind = 'heading' | 'paragraph' | 'cell' | 'frontMatter' | 'alt' | 'title' | 'label' | 'attribute' | 'html' | 'string';

/** The syntax that a target lands in, and so what must be escaped there. */
export type TargetSyntax =
  | 'markdown'
  | 'html'
  | 'attribute'
  | 'jsx'
  | 'jsxAttribute'
  | 'jsString'
  | 'hugoString'
  | 'hugoRaw'
  | 'liquidString'
  | 'liquidEscaped'
  | 'attributeList'
  | 'yaml'
  | 'toml'
  | 'json'
  | 'linkTitle'
  | 'alt'
  | 'label';

export interface Block {
  readonly kind: BlockKind;
  readonly syntax: TargetSyntax;
  /** From the first to the last byte that carries words; blocks may nest (an alt text is inside a paragraph's mark). */
  readonly span: Span;
  readonly segments: readonly Segment[];
  /** Its place, for people: a front matter key path, an attribute's name, a string's key. */
  readonly path?: string;
  /** What the author told the translator (`<!-- dragoman:note ... -->`). */
  readonly note?: string;
  /** A heading's depth, 1 to 6. */
  readonly depth?: number;
}

export interface Article {
  /** The slug; may hold folders. */
  readonly id: string;
  readonly locale: string;
  /** Verbatim and final: every offset counts into it. */
  readonly source: string;
  /** In the order of their start in the source; a block before those nested in it. */
  readonly blocks: readonly Block[];
  /** Values that should carry words and stay as they are. */
  readonly unread?: readonly Unread[];
}

export interface Unread {
  /** `title`, `image.alt`, `sections[0].heading`. */
  readonly path: string;
  /** Offset in the file. */
  readonly start: number;
  /** What it is instead of words: for a person, the name of the anchor or the tag beside it. */
  readonly why: 'alias' | 'tag' | 'not-understood' | 'merged' | 'twice';
  readonly name?: string;
}

/** Who made a target, and with what. `name` is an engine's name and model, a person, or a repair's rule. */
export interface Origin {
  readonly by: 'engine' | 'memory' | 'person' | 'repair';
  readonly name?: string;
}

/** A glossary entry as it was when a target was made. */
export interface TermUse {
  readonly source: string;
  readonly target: string;
}

/**
 * `reviewed`: a person made it or vouches for it. `needs-review`: a person's text of which it is not sure that it translates this
 * segment; it is never overwritten, and enters no memory. `left-out`: the edition had no sentence for this segment when it was
 * adopted; the text is empty.
 */
export type TargetState = 'machine' | 'reviewed' | 'needs-review' | 'left-out';

export interface Target {
  /** An empty text in a reviewed target is a person's decision to leave the segment out of this edition. */
  readonly text: Text;
  readonly state: TargetState;
  readonly origin: Origin;
  /** The glossary entries that touched the segment when the target was made; another set makes the target stale. */
  readonly terms: readonly TermUse[];
  /** Words that the engine left as they were because it does not know them. */
  readonly unknown?: readonly string[];
  /** How much a second engine's opinion doubts the text, 0 to 100; absent where none was asked. It says nothing once a person has read it. */
  readonly rank?: number;
}

/** Markdown that a person added to an edition, and that has no source. */
export interface Addition {
  /** Id of the last segment of the block that it follows; null at the start of the body. */
  readonly after: string | null;
  /** Verbatim Markdown of the whole block or blocks, without the blank lines around. */
  readonly markdown: string;
}

export interface Edition {
  readonly article: Article;
  readonly locale: string;
  readonly targets: ReadonlyMap<string, Target>;
  readonly additions?: readonly Addition[];
}
