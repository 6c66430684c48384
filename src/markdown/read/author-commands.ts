/** What an author says to Dragoman in a comment: `<!-- dragoman:skip -->`, `<!-- dragoman:resume -->`, `<!-- dragoman:note ... -->`. */

export type AuthorCommand = { readonly name: 'skip' | 'resume' } | { readonly name: 'note'; readonly note: string };

/** @param comment its inner text, without delimiters */
export function commandOf(comment: string): AuthorCommand | undefined {
  const match = /^\s*dragoman:(skip|resume|note)\b([\s\S]*)$/.exec(comment);
  if (match === null) return undefined;
  const name = match[1] as AuthorCommand['name'];
  return name === 'note' ? { name, note: (match[2] ?? '').replace(/\s+/g, ' ').trim() } : { name };
}
