/**
 * What an author says to Dragoman in a comment: `<!-- dragoman:skip -->`, `<!-- dragoman:resume -->`, `<!-- dragoman:note ... -->`.
 * The switches of its peers are understood: `translate:off` and `translate:on`, mdbook's `mdbook-xgettext:skip` and `i18n:skip`.
 */

export type AuthorCommand = { readonly name: 'skip' | 'resume' | 'skip-next' } | { readonly name: 'note'; readonly note: string };

/** @param comment its inner text, without delimiters */
export function commandOf(comment: string): AuthorCommand | undefined {
  const match = /^\s*dragoman:(skip|resume|note)\b([\s\S]*)$/.exec(comment);
  if (match === null) return peerCommandOf(comment);
  const name = match[1] as AuthorCommand['name'];
  return name === 'note' ? { name, note: (match[2] ?? '').replace(/\s+/g, ' ').trim() } : { name };
}

function peerCommandOf(comment: string): AuthorCommand | undefined {
  const match = /^\s*(?:translate:(off|on)|(?:mdbook-xgettext|i18n):(?:(skip)|comment:([\s\S]*)))\s*$/.exec(comment);
  if (match === null) return undefined;
  if (match[1] !== undefined) return { name: match[1] === 'off' ? 'skip' : 'resume' };
  return match[2] !== undefined ? { name: 'skip-next' } : { name: 'note', note: (match[3] ?? '').replace(/\s+/g, ' ').trim() };
}
