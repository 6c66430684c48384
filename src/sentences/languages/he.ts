import type { Language } from '../language.ts';

export const he: Language = {
  joins: `
    ד\u05f4ר פרופ' פרופ גב' גב מר עו\u05f4ד אינג' רח' רח שד' עמ' עמ טל' ע\u05f4י כגון וכו`,
  numbers: 'עמ מס טל ק\u05f4מ ס\u05f4מ',
  ends: 'בי.בי.סי סי.אן.אן די.סי אן.בי.סי איי.בי.סי סי.בי.אס',
};
