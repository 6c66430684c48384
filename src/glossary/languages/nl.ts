import type { TermLanguage } from '../language.ts';

/** Dutch: plural with its spelling, adjective -e, genitive -s, diminutive; compounds with a joint. */
export const nl: TermLanguage = {
  tag: 'nl',
  alphabet: 'Latn',
  classes: [
    { ends: /(?<=[^s])$/, endings: 's' },
    { ends: /$/, endings: 'en e er tje je pje etje', only: 'common' },
    { ends: /e$/, endings: 'en es', only: 'common' },
    { ends: /([bdfgklmnprst])$/, stem: '$1$1', endings: 'en e er', only: 'common' },
    { ends: /([aeou])\1([bdfgklmnprst])$/, stem: '$1$2', endings: 'en e er', only: 'common' },
    { ends: /([aeou])\1f$/, stem: '$1v', endings: 'en e', only: 'common' },
    { ends: /([aeou])\1s$/, stem: '$1z', endings: 'en e', only: 'common' },
    { ends: /f$/, endings: 'ven ve', only: 'common' },
    { ends: /s$/, endings: 'zen ze', only: 'common' },
    { ends: /heid$/, endings: 'heden', only: 'common' },
    { ends: /us$/, endings: 'i', only: 'common' },
    { ends: /um$/, endings: 'a', only: 'common' },
    { ends: /e$/, endings: '-', only: 'phrase' },
    { ends: /(?<=[eo]r|[ei]l|st|nt)$/, endings: 'in ster se es', only: 'common' },
    { ends: /(?<=[aeou])en$/, endings: '-', only: 'common' },
  ],
  apostrophe: /^(?:s|er|tje|en)?$/,
  joins: {
    joints: ['', 's', 'en', 'n', 'e', 'er'],
    cut: /(?!)/,
    suffix: /^(?:schap|isch|elijk|lijk|heid|loos|dom|isme|ing|baar|zaam)/,
    prefix: /^(?:aan|af|be|bij|door|er|ge|her|in|mee|na|om|on|ont|op|over|toe|uit|ver|voor|weg)$/,
  },
  derived: /^(?:s|se|isch|ische|aans|aanse|ees|ese|er|ers|aan|anen|enaar|enaars|ist|isten|isme|schap|elijk|elijke|s-)$/,
};
