/** The one place that says which pages are each other's alternates. */

export interface Alternate {
  readonly locale: string;
  /** Site path. */
  readonly path: string;
  readonly indexed: boolean;
}

export interface HreflangLink {
  /** A locale, or `x-default`. */
  readonly hreflang: string;
  readonly path: string;
}

/**
 * The links of one page. Only pages that may be indexed list others, and only such are listed: so every link is
 * answered by one back, and every page lists itself.
 * @param versions the page in every locale that has it, this one included
 * @param fallback path for readers of any other language; must itself be among the versions, or link back to them
 * @see https://developers.google.com/search/docs/specialty/international/localized-versions
 */
export function hreflangLinks(path: string, versions: readonly Alternate[], fallback: string | undefined): HreflangLink[] {
  const indexed = versions.filter((version) => version.indexed);
  if (path !== fallback && !indexed.some((version) => version.path === path)) return [];
  const links = indexed.map((version) => ({ hreflang: version.locale, path: version.path }));
  return fallback === undefined ? links : [...links, { hreflang: 'x-default', path: fallback }];
}
