import type { TermLanguage } from '../language.ts';

/** French: plural, feminine of persons and adjectives, elision before a vowel. */
export const fr: TermLanguage = {
  tag: 'fr',
  alphabet: 'Latn',
  classes: [
    { ends: /(?<=[^sxz])$/, endings: 's' },
    { ends: /(?<=[cst]h|[sxz])$/, endings: 'es', only: 'common' },
    { ends: /(?<=[eao]u|ou)$/, endings: 'x', only: 'common' },
    { ends: /al$/, endings: 'aux', only: 'common' },
    { ends: /ail$/, endings: 'aux', only: 'common' },
    { ends: /(?<=[^aey])$/, endings: 'e es', only: 'common' },
    { ends: /(?<=é)$/, endings: 'e es', only: 'common' },
    { ends: /er$/, endings: 'ère ères', only: 'common' },
    { ends: /eur$/, endings: 'euse euses eresse', only: 'common' },
    { ends: /teur$/, endings: 'trice trices', only: 'common' },
    { ends: /f$/, endings: 've ves', only: 'common' },
    { ends: /x$/, endings: 'se ses', only: 'common' },
    { ends: /([nltse])$/, stem: '$1$1', endings: 'e es', only: 'common' },
    { ends: /c$/, endings: 'que ques che ches', only: 'common' },
    { ends: /(?<=[^aeiou])y$/, endings: 'ies', only: 'common' },
    { ends: /eau$/, endings: 'elle elles', only: 'common' },
    { ends: /œil$/, endings: 'yeux', only: 'common' },
    { ends: /et$/, endings: 'ète ètes', only: 'common' },
    { ends: /s$/, endings: '-', only: 'common' },
    { ends: /x$/, endings: '-', only: 'common' },
    { ends: /aux$/, endings: 'al', only: 'common' },
  ],
  proclitics: /^(?:l|d|qu|s|n|j|m|t|c|jusqu|lorsqu|puisqu|quoiqu|presqu)'/,
  derived:
    /^(?:ais|aise|aises|ois|oise|oises|ien|ienne|iens|iennes|éen|éenne|éens|éennes|ain|aine|ains|aines|an|ane|anne|ans|anes|annes|ique|iques|iste|istes|al|ale|aux|ales|el|elle|els|elles|in|ine|ins|ines|aire|aires|eux|euse|euses|é|ée|ées|és|ier|ière|iers|ières|isme|iel|ielle|iels|ielles|entiel|entielle|ence)$/,
};
