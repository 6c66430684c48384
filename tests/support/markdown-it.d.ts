/** markdown-it and its plugins come without types; this is what the tests use of them. */

declare module 'markdown-it' {
  type Plugin = (parser: MarkdownIt, ...options: never[]) => void;
  export default class MarkdownIt {
    constructor(options?: { html?: boolean; linkify?: boolean });
    use(plugin: Plugin, ...options: unknown[]): this;
    parse(source: string, env: object): unknown[];
  }
}

declare module 'markdown-it-abbr';
declare module 'markdown-it-attrs';
declare module 'markdown-it-bracketed-spans';
declare module 'markdown-it-container';
declare module 'markdown-it-deflist';
declare module 'markdown-it-footnote';
declare module 'markdown-it-ins';
declare module 'markdown-it-mark';
declare module 'markdown-it-sub';
declare module 'markdown-it-sup';
