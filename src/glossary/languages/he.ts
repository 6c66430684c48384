import type { TermLanguage } from '../language.ts';

/** Hebrew: one-letter words written with the next one (ו ה ב ל מ ש כ), plural, construct. */
export const he: TermLanguage = {
  tag: 'he',
  classes: [
    { ends: /(?<=[^םןץףךה])$/, endings: 'ים ות י ת ה', only: 'common' },
    { ends: /ה$/, endings: 'ות ת ים י', only: 'common' },
    { ends: /ת$/, endings: 'ות יות', only: 'common' },
    { ends: /ם$/, stem: 'מ', endings: 'ים ות י', only: 'common' },
    { ends: /ן$/, stem: 'נ', endings: 'ים ות י', only: 'common' },
    { ends: /ץ$/, stem: 'צ', endings: 'ים ות י', only: 'common' },
    { ends: /ף$/, stem: 'פ', endings: 'ים ות י', only: 'common' },
    { ends: /ך$/, stem: 'כ', endings: 'ים ות י', only: 'common' },
    { ends: /ים$/, endings: '- י', only: 'common' },
  ],
  proclitics: /^ו?(?:כש|מש|ש)?(?:ה|[בלמכ]?ה?)/,
  derived: /^(?:י|ית|ים|יים|יות|אי|אית|אים|ני|נית|נים)$/,
};
