/** Values of the front matter that should be translated and stay as they are, so that somebody knows. */

import { unreadSays } from '../frontmatter/unread.ts';
import type { EditionCheck } from './check.ts';

export const unreadCheck: EditionCheck = {
  name: 'unread',
  format: 'markdown',
  edition: ({ edition: { article } }) =>
    (article.unread ?? []).map((value) => ({ ...unreadSays(value), line: article.source.slice(0, value.start).split('\n').length })),
};
