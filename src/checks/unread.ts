/** Values of the front matter that should be translated and stay as they are, so that somebody knows. */

import type { EditionCheck } from './check.ts';

export const unreadCheck: EditionCheck = {
  name: 'unread',
  format: 'markdown',
  edition: ({ edition: { article } }) =>
    (article.unread ?? []).map(({ path, start, what }) => ({
      message: `"${path}" stays as it is: ${what}`,
      line: article.source.slice(0, start).split('\n').length,
    })),
};
