import type { TermLanguage } from '../language.ts';

/** German: genitive, plural with umlaut, adjective endings, feminine persons; compounds, with or without a joint. */
export const de: TermLanguage = {
  tag: 'de',
  alphabet: 'Latn',
  capitalNouns: true,
  classes: [
    { ends: /(?<=[^sßxz])$/, endings: 's' },
    { ends: /(?<=[sßxz])$/, endings: 'es' },
    { ends: /(?<=[^aeiouyäöü])$/, endings: 'es', only: 'adjective' },
    { ends: /(?<=[^aeiouyäöü])$/, endings: 'es e en er ern n em', only: 'common' },
    { ends: /(?<=[ei]r|[ei]l|e|[aeiouäöü]n?)$/, endings: 'n', only: 'common' },
    { ends: /(?<=[aeiouy])$/, endings: 's', only: 'common' },
    { ends: /in$/, endings: 'innen', only: 'common' },
    { ends: /(?<=e[rl]|[^e])$/, endings: 'in innen', only: 'common' },
    { ends: /e$/, endings: 'in innen', only: 'common' },
    { ends: /nis$/, endings: 'nisse nissen nisses', only: 'common' },
    { ends: /(?<=s)$/, endings: 'se sen ses ser', only: 'common' },
    { ends: /(?:um|us|on|os|is)$/, endings: 'en a i en', only: 'common' },
    { ends: /(?<=ei)$/, endings: 'er ern', only: 'common' },
    { ends: /(?:a)$/, endings: 'en ata', only: 'common' },
    { ends: /(?:o)$/, endings: 'en i', only: 'common' },
    // Umlaut in the last stressed syllable.
    { ends: /a([^aeiouyäöü]{1,3})$/, stem: 'ä$1', endings: 'e en er ern n -', only: 'common' },
    { ends: /a([^aeiouyäöü]{1,3}e[rln])$/, stem: 'ä$1', endings: '- n', only: 'common' },
    { ends: /au([^aeiouyäöü]{1,3})$/, stem: 'äu$1', endings: 'e en er ern n -', only: 'common' },
    { ends: /o([^aeiouyäöü]{1,3})$/, stem: 'ö$1', endings: 'e en er ern n -', only: 'common' },
    { ends: /o([^aeiouyäöü]{1,3}e[rln])$/, stem: 'ö$1', endings: '- n', only: 'common' },
    { ends: /u([^aeiouyäöü]{1,3})$/, stem: 'ü$1', endings: 'e en er ern n -', only: 'common' },
    { ends: /u([^aeiouyäöü]{1,3}e[rln])$/, stem: 'ü$1', endings: '- n', only: 'common' },
    // Adjectives, as they stand first in a term of several words.
    { ends: /e[rsnm]?$/, endings: 'e er es en em', only: 'phrase' },
    { ends: /(?<=[^e])$/, endings: 'e er es en em', only: 'common' },
    { ends: /(?:mann)$/, stem: 'leute', endings: '- n', only: 'common' },
    // Plural dictionary forms.
    { ends: /(?<=ung|ion|heit|keit|schaft|ität|[^aeiouyäöü][aeiouy][tdrlnk])en$/, endings: '- s es e', only: 'common' },
    { ends: /en$/, endings: 'e', only: 'common' },
    { ends: /(?<=[^aeiouy])en$/, endings: '-', only: 'name' },
    { ends: /(?<=[aeiouy])s$/, endings: '- n', only: 'common' },
    { ends: /er$/, endings: 'ern ers erin erinnen', only: 'common' },
    { ends: /er$/, endings: 'ern', only: 'name' },
  ],
  apostrophe: /^s?$/,
  joins: {
    joints: ['', 's', 'es', 'n', 'en', 'e', 'er', 'ens'],
    cut: /e$/,
    suffix: /^(?:schaft|isch|lich|haft|los|tum|ismus|ist|ung|ieren|sam|bar|heit|keit)/,
    prefix:
      /^(?:ab|an|auf|aus|be|bei|ein|ent|er|ge|her|hin|miss|mit|nach|über|um|un|unter|ur|ver|vor|weg|zer|zu|durch|wider)$|s(?:mit|ein|aus|an|ab)$/,
  },
  derived:
    /^(?:isch|sch|anisch|esisch|nisch|lich|ianisch|änisch|ensisch|inisch)(?:|e|er|es|en|em)$|^(?:er|aner|ianer|eser|enser|iner|ier|äer|inger|baner)(?:|s|n|in|innen)$|^(?:schaft|schaften|tum|ismus|ist|isten|istin)$|^(?:e|en|in|innen)$/,
};
