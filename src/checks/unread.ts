/** Values of the front matter that should be translated and stay as they are, so that somebody knows. */

import { unreadSays } from '../frontmatter/unread.ts';
import { lineFinder } from '../text/lines.ts';
import type { EditionCheck } from './check.ts';

export const unreadCheck: EditionCheck = {
  name: 'unread',
  format: 'markdown',
  edition: ({ edition: { article } }) => {
    const lineAt = lineFinder(article.source);
    return (article.unread ?? []).map((value) => ({ ...unreadSays(value), line: lineAt(value.start) }));
  },
};
