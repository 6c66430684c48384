/** Where glossaries and their terms are: a glossary is of a pair of languages. */

export interface GlossaryPair {
  /** Of the editions. */
  readonly locale: string;
  /** Of the articles. */
  readonly from: string;
}

export const addressOfGlossary = ({ locale, from }: GlossaryPair): string => `/g/${locale}?from=${from}`;

export const addressOfTerm = ({ locale, from }: GlossaryPair, source: string): string =>
  `/t/${locale}/${encodeURIComponent(source)}?from=${from}`;
