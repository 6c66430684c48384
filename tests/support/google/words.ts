/** What the local Google makes of a text where no translator is behind it: words with a sign, and Google's habits with HTML. */

/**
 * Every word gets a circumflex at its end; tags are kept, with quoted attributes and spaces put in and taken out around
 * them; apostrophes and quotation marks come as references.
 */
export function scramble(html: string, _from: string, _to: string): string {
  let tags = 0;
  return html
    .split(/(<[^>]*>)/)
    .map((part, at) => {
      if (at % 2 === 1) return respace(part.replace(/=(\w[\w-]*)/g, '="$1"').replace(/ >$/, '>'), tags++);
      return part.replace(/&[a-z#\d]+;|(?<![\p{L}\p{M}\p{N}/@.:;_-])\p{L}[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}/@:_-]|\.\p{Ll})/giu, (word) =>
        word.startsWith('&') ? word : `${word}\u00ea`,
      );
    })
    .join('')
    .replaceAll("'", '&#39;')
    .replaceAll('"', (quote, at: number, all: string) => (insideTag(all, at) ? quote : '&quot;'));
}

/** Google is known to put a space between a tag and its words, and to leave one out. */
function respace(tag: string, nth: number): string {
  return nth % 3 === 0 ? `${tag} ` : nth % 3 === 1 ? ` ${tag}` : tag;
}

const insideTag = (html: string, at: number) => html.lastIndexOf('<', at) > html.lastIndexOf('>', at - 1);
