/** Whether the HTML in a body ends where it begins: every element before the next blank line, so that no other block is within one. */

/** Elements whose content is read as any other's, and that are no part of a table or form: a tag of another may change what follows it. */
const ELEMENTS = new Set(
  (
    'a abbr aside audio b bdi bdo blockquote cite dd del details dfn div dl dt em figcaption figure i ins kbd li mark ol p picture q s samp ' +
    'section small span strong sub summary sup time u ul var video'
  ).split(' '),
);
const VOID_ELEMENTS = new Set('br hr img source track wbr'.split(' '));

const ATTRIBUTE = '\\s+[^\\s"\'<>/=]+(?:\\s*=\\s*(?:"[^"<>]*"|\'[^\'<>]*\'|[^\\s"\'<>=`]+))?';
const TAG = `<(?<end>/?)(?<name>[a-z][a-z0-9]*)(?:${ATTRIBUTE})*\\s*/?>`;
/** Addresses and remarks hold nothing. */
const MARKUP = new RegExp(`<https?:[^\\s<>]*>|<!--(?!-?>)(?:[^-\\n]|-(?!-))*-->|${TAG}`, 'gi');
const BEGINS_MARKUP = /<[a-z!?/]/i;
/** What may take a tag for something else: code, an escape, an address in angle brackets. */
const MAY_HIDE_TAGS = /[`\\]|~~~|\]\(</;

export function isMarkupClosed(body: string): boolean {
  if (!BEGINS_MARKUP.test(body)) return true;
  return body.split(/\n[ \t]*\n/).every((block) => !BEGINS_MARKUP.test(block) || (!MAY_HIDE_TAGS.test(block) && isBlockClosed(block)));
}

function isBlockClosed(block: string): boolean {
  const open: string[] = [];
  for (const { groups: { end, name = '' } = {} } of block.matchAll(MARKUP)) {
    const element = name.toLowerCase();
    if (element === '' || VOID_ELEMENTS.has(element)) continue;
    if (!ELEMENTS.has(element)) return false;
    if (end === '') open.push(element);
    else if (open.pop() !== element) return false;
  }
  return open.length === 0 && !BEGINS_MARKUP.test(block.replace(MARKUP, ''));
}
