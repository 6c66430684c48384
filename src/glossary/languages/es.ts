import type { TermLanguage } from '../language.ts';

/** Spanish: plural with moving accents, feminine of persons and adjectives. */
export const es: TermLanguage = {
  tag: 'es',
  alphabet: 'Latn',
  classes: [
    { ends: /(?<=[aeiouáéíóúy])$/, endings: 's' },
    { ends: /(?<=[^áéíóú][^aeiouáéíóúz])$/, endings: 'es' },
    { ends: /(?<=[aeo]ís|^.{1,2}[íú][ns])$/, endings: 'es' },
    { ends: /(?<=[íú])$/, endings: 'es', only: 'common' },
    { ends: /(?<=[^aeiouáéíóú])$/, endings: 's', only: 'common' },
    { ends: /z$/, stem: 'c', endings: 'es' },
    { ends: /á([ns])$/, stem: 'a$1', endings: 'es a as', only: 'common' },
    { ends: /é([ns])$/, stem: 'e$1', endings: 'es a as', only: 'common' },
    { ends: /í([ns])$/, stem: 'i$1', endings: 'es a as', only: 'common' },
    { ends: /ó([ns])$/, stem: 'o$1', endings: 'es a as', only: 'common' },
    { ends: /ú([ns])$/, stem: 'u$1', endings: 'es a as', only: 'common' },
    // An accent that the plural needs: joven, jóvenes; examen, exámenes.
    { ends: /a([^aeiouáéíóú]+[aei][n])$/, stem: 'á$1', endings: 'es', only: 'common' },
    { ends: /e([^aeiouáéíóú]+[aei][n])$/, stem: 'é$1', endings: 'es', only: 'common' },
    { ends: /i([^aeiouáéíóú]+[aei][n])$/, stem: 'í$1', endings: 'es', only: 'common' },
    { ends: /o([^aeiouáéíóú]+[aei][n])$/, stem: 'ó$1', endings: 'es', only: 'common' },
    { ends: /u([^aeiouáéíóú]+[aei][n])$/, stem: 'ú$1', endings: 'es', only: 'common' },
    // The feminine of adjectives, and of the suffixes that persons have: partido has no partida.
    { ends: /o$/, endings: 'a as os', only: 'phrase' },
    { ends: /(?<=er|ari|ad|[aie]n|at|tr|[ií]c|g|ij|ñ)o$/, endings: 'a as', only: 'common' },
    { ends: /o$/, endings: 'os', only: 'common' },
    { ends: /(?<=er|or|ón|és|án|ol|l|z)$/, endings: 'a as', only: 'common' },
    { ends: /(?<=er)$/, endings: 'o os a as', only: 'phrase' },
    { ends: /^gran$/, endings: 'grande grandes', only: 'phrase' },
    { ends: /e$/, endings: 'a as', only: 'common' },
    { ends: /tor$/, endings: 'triz trices', only: 'common' },
    { ends: /(?<=.{3})es$/, endings: '- e', only: 'common' },
    { ends: /(?<=.{3}[aeiouáéíóú])s$/, endings: '-', only: 'common' },
    { ends: /ones$/, endings: 'ón', only: 'common' },
    { ends: /os$/, endings: 'o a as', only: 'common' },
  ],
  derived:
    /^(?:ano|ana|anos|anas|iano|iana|ianos|ianas|ense|enses|és|esa|eses|esas|eño|eña|eños|eñas|ino|ina|inos|inas|eo|ea|eos|eas|ico|ica|icos|icas|ista|istas|al|ales|ar|ares|ario|aria|arios|arias|ero|era|eros|eras|izo|iza|izos|izas|ado|ada|ados|adas|ígeno|ígena|ígenos|ígenas|í|íes|aco|aca|oso|osa|osos|osas|ismo|encia|encial|enciales|ial|iales|ico)$/,
};
