import type { Language } from '../language.ts';

export const he: Language = {
  joins: `
    ד\u05f4ר פרופ' פרופ גב' גב מר עו\u05f4ד אינג' רח' רח שד' עמ' עמ טל' ע\u05f4י כגון וכו
    איי בי סי די אי אף ג'יי אר אס טי די.סי`,
  numbers: 'עמ מס טל ק\u05f4מ ס\u05f4מ',
};
