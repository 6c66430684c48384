/** What a build knows of the articles that it need not load. */

import { optional } from '../../frontmatter/values.ts';
import type { EditionFacts, PageFacts } from './edition-facts.ts';

export interface KnownEdition {
  readonly facts: EditionFacts;
  readonly page: PageFacts;
}

export interface KnownArticle {
  /** As long as it is the article's, all else here is. */
  readonly stamp: string;
  /** The source's first. */
  readonly editions: readonly KnownEdition[];
}

/** The same as plain JSON. */
export function plainArticle({ stamp, editions }: KnownArticle): KnownArticle {
  return { stamp, editions: editions.map(({ facts, page }) => ({ facts: plainFacts(facts), page: plainPage(page) })) };
}

function plainFacts(facts: EditionFacts): EditionFacts {
  const { slug, locale, file, path, state, title, date, at, changed, topics, section, authors, face } = facts;
  return { slug, locale, file, path, state, title, date, at, changed, topics, section, authors, face, ...seldomFacts(facts) };
}

export function plainPage(page: PageFacts): PageFacts {
  return { key: page.key, story: page.story, ...seldomPage(page) };
}

/** What few editions have. */
export function seldomFacts({ corrected, standing, pinned, weight, aliases, withheld }: EditionFacts): Partial<EditionFacts> {
  return {
    ...{ ...optional('corrected', corrected), ...optional('standing', standing), ...optional('pinned', pinned) },
    ...{ ...optional('weight', weight), ...optional('aliases', aliases), ...optional('withheld', withheld) },
  };
}

export function seldomPage({ refs, told, pictured }: PageFacts): Partial<PageFacts> {
  return { ...optional('refs', refs), ...optional('told', told), ...optional('pictured', pictured) };
}
