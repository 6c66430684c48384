/** HTML blocks and tags: their text and the attributes that carry words, with offsets into the source. */

import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { addMark, fuse, newRun, type Tag, type TextRun } from '../../runs/run.ts';
import { isUntranslated } from '../attribute-list.ts';
import { BLOCKS, VERBATIM, VOID } from '../elements.ts';
import { type AttributeNames, carriesWords } from '../word-attributes.ts';
import { type AuthorCommand, commandOf } from './author-commands.ts';
import { pairTags, wordlessRanges } from './extensions.ts';
import { addHtml } from './references.ts';

/** What an unclosed element says about the blocks after it. */
export interface SkipState {
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
export function htmlTag(
  source: string,
  at: (offset: number) => number,
  attributes: AttributeNames,
): { tag: Tag | undefined; nested: TextRun[] } {
  const head = /^<(\/?)([a-zA-Z][^\s/>]*)/.exec(source);
  if (head === null) return { tag: undefined, nested: [] };
  const name = (head[2] as string).toLowerCase();
  const nested: TextRun[] = [];
  let verbatim = VERBATIM.has(name);
  ATTRIBUTE.lastIndex = head[0].length;
  for (let match = ATTRIBUTE.exec(source); match !== null; match = ATTRIBUTE.exec(source)) {
    const key = (match[1] as string).toLowerCase();
    const value = match[2] ?? '';
    if ((key === 'translate' || key === 'class') && isUntranslated(match[0])) verbatim = true;
    if (!carriesWords(attributes, name, key) || value === '') continue;
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
 * @param skipState is brought up to date
 * @param command called for each of Dragoman's comments
 */
export function readHtml(
  html: string,
  source: string,
  at: (offset: number) => number,
  attributes: AttributeNames,
  skipState: SkipState,
  command: (command: AuthorCommand) => void,
): TextRun[] {
  // Processing instructions and CDATA (CommonMark 4.6, kinds 3 and 5) are no HTML elements.
  if (/^\s*<(?:\?|!\[CDATA\[)/.test(html)) return [];
  const runs: TextRun[] = [];
  let run = newRun('html', 'html');
  let outer = '';
  const flush = () => {
    if (run.atoms.length > 0 || run.nested.length > 0) {
      fuse(run, [...pairTags(run), ...wordlessRanges(run, source)]);
      runs.push(run);
    }
    run = newRun('html', 'html');
  };
  // Text is all between tags: parse5's own locations of text are off by one beside a character reference.
  let from = 0;
  const textTo = (end: number) => {
    const start = from;
    if (end > start && !skipState.skip && skipState.off === '') addHtml(run, html.slice(start, end), (offset) => at(start + offset), false);
  };
  const nothing = () => {};
  const tag = ({ location }: Token.TagToken) => {
    if (location === null) return;
    const { startOffset, endOffset } = location;
    textTo(startOffset);
    from = endOffset;
    const { tag, nested } = htmlTag(html.slice(startOffset, endOffset), (offset) => at(startOffset + offset), attributes);
    if (tag === undefined) return;
    // A tag alone on the first line makes the lines an HTML block (CommonMark 4.6, kind 7): its line end must stay.
    if (startOffset === 0 && /^[ \t]*(?:[\r\n]|$)/.test(html.slice(endOffset, endOffset + 100))) outer = tag.name;
    const block = BLOCKS.has(tag.name) || tag.name === outer;
    if (block || skipState.off !== '') flush();
    const silent = skipState.skip || skipState.off !== '';
    if (skipState.off === tag.name && tag.kind !== 'void') skipState.depth += tag.kind === 'open' ? 1 : -1;
    else if (skipState.off === '' && tag.kind === 'open' && tag.verbatim && block) Object.assign(skipState, { off: tag.name, depth: 1 });
    if (skipState.depth === 0) skipState.off = '';
    if (silent) return;
    if (block) runs.push(...nested);
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
      onCharacter: nothing,
      onWhitespaceCharacter: nothing,
      onNullCharacter: nothing,
      onComment: ({ data, location }) => {
        if (location !== null && location !== undefined) {
          textTo(location.startOffset);
          from = location.endOffset;
        }
        const said = commandOf(data);
        if (said !== undefined) {
          flush();
          command(said);
        } else if (location !== null && location !== undefined && run.atoms.length > 0)
          addMark(run, 'alone', at(location.startOffset), at(location.endOffset));
      },
      onDoctype: ({ location }) => {
        from = location?.endOffset ?? from;
      },
      // A tag that does not end is no text.
      onEof: () => textTo(from + (html.slice(from).search(/<[A-Za-z/!?]/) + 1 || html.length - from + 1) - 1),
    },
  );
  tokenizer.write(html, true);
  flush();
  return runs;
}
