/** An article that is known by some rows of the columns that are kept of all (`article-columns.ts`). */

import type { EditionFacts, PageFacts } from './edition-facts.ts';
import type { Channel } from './edition-summary.ts';
import type { KnownArticle, KnownEdition } from './known-articles.ts';
import { articlePath } from './page-addresses.ts';

/** What the columns name by places: locales, and lists of topics and authors, which are few. */
export interface ColumnTables {
  readonly locales: readonly string[];
  readonly channels: readonly (readonly Channel[])[];
}

export type Seldom = Partial<EditionFacts> & Partial<PageFacts>;

/** Each by article or by edition; `0` stands for nothing, or for what the others tell. */
export interface ArticleColumns {
  readonly slug: readonly string[];
  readonly stamp: readonly string[];
  /** How many editions the article has. */
  readonly editions: readonly number[];
  readonly locale: readonly number[];
  readonly file: readonly string[];
  readonly path: readonly (string | 0)[];
  readonly state: readonly EditionFacts['state'][];
  readonly title: readonly string[];
  readonly date: readonly (string | 0)[];
  readonly at: readonly (number | null)[];
  readonly changed: readonly (string | 0)[];
  readonly topics: readonly number[];
  readonly section: readonly number[];
  readonly authors: readonly number[];
  readonly face: readonly string[];
  readonly key: readonly string[];
  readonly story: readonly string[];
  readonly seldom: readonly (Seldom | 0)[];
}

export type ColumnName = keyof ArticleColumns;

/** A column that is read when its values are asked for. */
export interface Lazy<Values> {
  readonly values: Values;
}

export type LazyColumns = { readonly [Key in ColumnName]: Lazy<ArticleColumns[Key]> };

export interface Table {
  readonly columns: LazyColumns;
  readonly tables: ColumnTables;
}

/** An article whose editions are some rows of the columns. */
export class KnownRows implements KnownArticle {
  readonly stamp: string;
  readonly #table: Table;
  readonly #slug: string;
  readonly #from: number;
  readonly #to: number;
  #editions: readonly KnownRow[] | undefined;

  constructor(table: Table, slug: string, stamp: string, from: number, to: number) {
    this.#table = table;
    this.#slug = slug;
    this.stamp = stamp;
    this.#from = from;
    this.#to = to;
  }

  get editions(): readonly KnownRow[] {
    if (this.#editions === undefined) {
      const rows: KnownRow[] = [];
      for (let row = this.#from; row < this.#to; row++) rows.push(new KnownRow(this.#table, this.#slug, row));
      this.#editions = rows;
    }
    return this.#editions;
  }
}

/** An edition, with its facts and those of its page: one object, for there are ten thousands of them. */
class KnownRow implements KnownEdition, EditionFacts, PageFacts {
  readonly slug: string;
  readonly #columns: LazyColumns;
  readonly #tables: ColumnTables;
  readonly #row: number;

  constructor({ columns, tables }: Table, slug: string, row: number) {
    this.slug = slug;
    this.#columns = columns;
    this.#tables = tables;
    this.#row = row;
  }

  get facts(): EditionFacts {
    return this;
  }

  get page(): PageFacts {
    return this;
  }

  get locale(): string {
    return this.#tables.locales[this.#columns.locale.values[this.#row] as number] as string;
  }

  get path(): string {
    return this.#columns.path.values[this.#row] || articlePath(this.locale, this.slug);
  }

  get file(): string {
    return this.#columns.file.values[this.#row] as string;
  }

  get state(): EditionFacts['state'] {
    return this.#columns.state.values[this.#row] as EditionFacts['state'];
  }

  get title(): string {
    return this.#columns.title.values[this.#row] as string;
  }

  get date(): string | undefined {
    return this.#columns.date.values[this.#row] || undefined;
  }

  get at(): number | undefined {
    return this.#columns.at.values[this.#row] ?? undefined;
  }

  get changed(): string | undefined {
    return this.#columns.changed.values[this.#row] || this.date;
  }

  get topics(): readonly Channel[] {
    return this.#channels(this.#columns.topics);
  }

  get section(): Channel | undefined {
    return this.#channels(this.#columns.section)[0];
  }

  get authors(): readonly Channel[] {
    return this.#channels(this.#columns.authors);
  }

  #channels({ values }: Lazy<readonly number[]>): readonly Channel[] {
    return this.#tables.channels[values[this.#row] ?? 0] ?? [];
  }

  get face(): string {
    return this.#columns.face.values[this.#row] as string;
  }

  get key(): string {
    return this.#columns.key.values[this.#row] as string;
  }

  get story(): string {
    return this.#columns.story.values[this.#row] as string;
  }

  get #seldom(): Seldom {
    return this.#columns.seldom.values[this.#row] || {};
  }

  get corrected(): string | undefined {
    return this.#seldom.corrected;
  }

  get standing(): true | undefined {
    return this.#seldom.standing;
  }

  get pinned(): true | undefined {
    return this.#seldom.pinned;
  }

  get weight(): number | undefined {
    return this.#seldom.weight;
  }

  get aliases(): readonly string[] | undefined {
    return this.#seldom.aliases;
  }

  get withheld(): EditionFacts['withheld'] {
    return this.#seldom.withheld;
  }

  get refs(): PageFacts['refs'] {
    return this.#seldom.refs;
  }

  get told(): true | undefined {
    return this.#seldom.told;
  }

  get pictured(): string | undefined {
    return this.#seldom.pictured;
  }
}
