/** The Markdown of site generators: `markdown.dialect` of the configuration, as data. */

export const MARKDOWN_DIALECTS = ['gfm', 'hugo', 'kramdown', 'docusaurus', 'starlight', 'mkdocs', 'myst', 'obsidian', 'pandoc'] as const;
export type MarkdownDialect = (typeof MARKDOWN_DIALECTS)[number];

/** What a dialect has besides the marker lines and signs that are kept under every one. */
interface DialectRules {
  /** `:::name[Label]{attributes}` is parsed as a container (remark-directive). */
  readonly directives?: true;
  /** `$x$` is mathematics. */
  readonly dollars?: true;
  /** A paragraph with a `|` in each line is a table, also without `|` at the edges. */
  readonly loosePipes?: true;
  /** The body of a fence with a directive's name (`{note}`) is Markdown. */
  readonly directiveFences?: true;
}

export const DIALECT_RULES: Readonly<Record<MarkdownDialect, DialectRules>> = {
  gfm: { dollars: true },
  hugo: {},
  kramdown: { loosePipes: true },
  docusaurus: { directives: true },
  starlight: { directives: true },
  mkdocs: {},
  myst: { dollars: true, directiveFences: true },
  obsidian: { dollars: true },
  pandoc: { dollars: true },
};

/**
 * What `ReadOptions.extensions` takes: the configuration's extensions and its dialect, in one list.
 * @param markdown the configuration's section
 */
export function syntaxNames({ extensions, dialect, anchors }: MarkdownSettings): string[] {
  // Who has the anchors of Docusaurus has its Markdown.
  const generator = dialect ?? (anchors === 'docusaurus' ? anchors : undefined);
  return generator === undefined ? [...extensions] : [...extensions, generator];
}

interface MarkdownSettings {
  readonly extensions: readonly string[];
  readonly dialect?: MarkdownDialect | undefined;
  readonly anchors?: string;
}

export function isMarkdownDialect(name: string): name is MarkdownDialect {
  return (MARKDOWN_DIALECTS as readonly string[]).includes(name);
}
