/** HTML blocks and tags: their text and the attributes that carry words, with offsets into the source. */

import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { type Command, commandOf } from './commands.ts';
import { BLOCKS, VERBATIM, VOID } from './elements.ts';
import { addHtml } from './references.ts';
import { addMark, fuse, newRun, type Run, type Tag } from './run.ts';
import { pairTags, things } from './things.ts';

/** What an unclosed element says about the blocks after it. */
export interface Reach {
  /** Between `<!-- dragoman:skip -->` and `<!-- dragoman:resume -->`. */
  skip: boolean;
  /** The block element within which nothing is translated, and how often it is open. */
  off: string;
  depth: number;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g;

/**
 * Reads one tag (or comment, or declaration).
 * @param source the tag's own bytes
 * @param at the source offset of an offset in it
 */
export function tagOf(
  source: string,
  at: (offset: number) => number,
  attributes: ReadonlySet<string>,
): { tag: Tag | undefined; nested: Run[] } {
  const head = /^<(\/?)([a-zA-Z][^\s/>]*)/.exec(source);
  if (head === null) return { tag: undefined, nested: [] };
  const name = (head[2] as string).toLowerCase();
  const nested: Run[] = [];
  let verbatim = VERBATIM.has(name);
  ATTRIBUTE.lastIndex = head[0].length;
  for (let match = ATTRIBUTE.exec(source); match !== null; match = ATTRIBUTE.exec(source)) {
    const key = (match[1] as string).toLowerCase();
    const value = match[2] ?? '';
    if (key === 'translate' && /^["']?no["']?$/i.test(value)) verbatim = true;
    if (!attributes.has(key) || value === '') continue;
    const quoted = /^["']/.test(value);
    const from = match.index + match[0].length - value.length + (quoted ? 1 : 0);
    const run = newRun('attribute', 'attribute', { path: key });
    addHtml(run, quoted ? value.slice(1, -1) : value, (offset) => at(from + offset), false);
    nested.push(run);
  }
  const kind = head[1] === '/' ? 'close' : VOID.has(name) || source.endsWith('/>') ? 'void' : 'open';
  return { tag: { name, kind, verbatim }, nested };
}

/** After these the tokenizer reads text until their end tag. */
const RAW: Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
};

/**
 * Reads an HTML block.
 * @param html its lines without container prefixes
 * @param at the offset in `source` of an offset in `html`
 * @param reach is brought up to date
 * @param command called for each of Dragoman's comments
 */
export function readHtml(
  html: string,
  source: string,
  at: (offset: number) => number,
  attributes: ReadonlySet<string>,
  reach: Reach,
  command: (command: Command) => void,
): Run[] {
  const runs: Run[] = [];
  let run = newRun('html', 'html');
  const flush = () => {
    if (run.atoms.length > 0 || run.nested.length > 0) {
      fuse(run, [...pairTags(run), ...things(run, source)]);
      runs.push(run);
    }
    run = newRun('html', 'html');
  };
  const text = ({ location }: Token.CharacterToken) => {
    if (location === null || reach.skip || reach.off !== '') return;
    addHtml(run, html.slice(location.startOffset, location.endOffset), (offset) => at(location.startOffset + offset), false);
  };
  const tag = ({ location }: Token.TagToken) => {
    if (location === null) return;
    const { startOffset, endOffset } = location;
    const { tag, nested } = tagOf(html.slice(startOffset, endOffset), (offset) => at(startOffset + offset), attributes);
    if (tag === undefined) return;
    if (BLOCKS.has(tag.name) || reach.off !== '') flush();
    const silent = reach.skip || reach.off !== '';
    if (reach.off === tag.name && tag.kind !== 'void') reach.depth += tag.kind === 'open' ? 1 : -1;
    else if (reach.off === '' && tag.kind === 'open' && tag.verbatim && BLOCKS.has(tag.name))
      Object.assign(reach, { off: tag.name, depth: 1 });
    if (reach.depth === 0) reach.off = '';
    if (silent) return;
    if (BLOCKS.has(tag.name)) runs.push(...nested);
    else {
      addMark(run, 'alone', at(startOffset), at(endOffset), 0, tag);
      run.nested.push(...nested);
    }
  };
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        tag(token);
        const mode = RAW[token.tagName];
        if (mode !== undefined) tokenizer.state = mode;
      },
      onEndTag: tag,
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: text,
      onComment: ({ data, location }) => {
        const said = commandOf(data);
        if (said !== undefined) {
          flush();
          command(said);
        } else if (location !== null && location !== undefined && run.atoms.length > 0)
          addMark(run, 'alone', at(location.startOffset), at(location.endOffset));
      },
      onDoctype: () => {},
      onEof: () => {},
    },
  );
  tokenizer.write(html, true);
  flush();
  return runs;
}
