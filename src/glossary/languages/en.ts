import type { TermLanguage } from '../language.ts';

/** Plural and possessive. A possessive of any word and of any plural is accepted by `apostrophe`. */
export const en: TermLanguage = {
  tag: 'en',
  alphabet: 'Latn',
  classes: [
    { ends: /(?<=[^sxz])$/, endings: 's' },
    { ends: /(?<=[sxz]|[cs]h|o)$/, endings: 'es' },
    { ends: /(?<=[^aeiou])y$/, endings: 'ies' },
    { ends: /fe?$/, endings: 'ves', only: 'common' },
    { ends: /(?<=[^hr])man$/, endings: 'men', only: 'common' },
    { ends: /person$/, endings: 'people', only: 'common' },
    { ends: /child$/, endings: 'children', only: 'common' },
    { ends: /foot$/, endings: 'feet', only: 'common' },
    { ends: /tooth$/, endings: 'teeth', only: 'common' },
    { ends: /goose$/, endings: 'geese', only: 'common' },
    { ends: /(?<=^|[dt])mouse$/, endings: 'mice', only: 'common' },
    { ends: /is$/, endings: 'es', only: 'common' },
    { ends: /um$/, endings: 'a', only: 'common' },
    { ends: /on$/, endings: 'a', only: 'common' },
    { ends: /us$/, endings: 'i uses usses', only: 'common' },
    { ends: /(?<=[ae])x$/, stem: 'ices', endings: '-', only: 'common' },
    { ends: /(?<=z)$/, stem: 'z', endings: 'es', only: 'common' },
    { ends: /(?<=[au])$/, endings: 'e', only: 'common' },
  ],
  apostrophe: /^s?$/,
};
