import type { TermLanguage } from '../language.ts';

/** Arabic: the article and one-letter words written with the next one, plural and dual, pronouns written with the noun before. */
export const ar: TermLanguage = {
  tag: 'ar',
  classes: [
    { ends: /ة$/, endings: 'ات تان تين تي تها ته تهم تنا تك' },
    { ends: /(?<=[^ةىا])$/, endings: 'ان ين ون ات ي ها ه هم هن نا ك كم ا', only: 'common' },
    { ends: /ي$/, endings: 'ين يون ية يات', only: 'common' },
    { ends: /اء$/, endings: 'ائها ائه ائهم ائي', only: 'common' },
    { ends: /ى$/, endings: 'اها اه اهم', only: 'common' },
  ],
  proclitics: /^[وف]?(?:ال|[بكل]ال|لل|[بكلس])?/,
  derived: /^(?:ي|ية|يين|يون|يات|يا)$/,
};
