import type { Language } from './language.ts';

const VOWEL = /^h?[aeiouàáâäæèéêëìíîïòóôöœùúûü]/i;

/** French. */
export const language: Language = {
  doubles: 'nous vous très bien non oui là',
  elision: { before: VOWEL, short: { de: 'd' }, full: { d: 'de' }, apostrophe: '’' },
  spaces: {
    // Imprimerie nationale, Lexique des règles typographiques; Switzerland leaves the marks as its writers set them.
    default: { high: '\u202f', colon: '\u00a0', guillemets: '\u00a0' },
    CH: {},
    // Office québécois de la langue française, « Espacement » : nothing before ; ! ?
    CA: { high: '', colon: '\u00a0', guillemets: '\u00a0' },
  },
  length: { ratio: 1.18, spread: 1.05 },
  sureWords: `
    une dans pour qu ont été avec déclaré aux sont après ils était fait selon être avait ans leur tout avant comme équipe vous cette deux
    autres lors avoir mois dernier contre pays depuis alors faire ces personnes même affirmé également samedi première leurs où dernière
    dont vers afin peut avons très devant cela indiqué notre avaient autre fois toujours semaine plusieurs ajouté vendredi encore pourrait
    sous du sans chez cet quoi quand comment pourquoi donc jamais rien aucun aucune tous toutes toute mêmes trop peu ainsi aussi déjà ici
    là aujourd hier demain je elle elles nous étaient sera serait aurait peuvent doit doivent vont trois cinq sept huit neuf dix mille
    premier jusqu lorsqu puis moins mieux parce sur sa ses gouvernement président ville monde homme hommes femme femmes enfants enfant
    travail jour jours nuit heure heures année années nouveau nouvelle nouveaux petite bonne seule voir savoir mettre prendre étant font
    faits celui celle ceux celles chaque quelques quelque certains certaines janvier février avril juin juillet août septembre octobre
    décembre lundi mardi mercredi jeudi dimanche milliards entreprise entreprises pouvoir près malgré pendant votre deuxième troisième
    équipes joueurs joueur états gens eux`,
  sentences: {
    joins: `
    exc
M MM
    m mme mmes mlle mlles dr drs pr prof me mgr st ste sts stes gén col cdt cne lt adj sgt amiral
    av bd boul pl rte fg c.-à-d cad p.ex par.ex cf ca env éd ed trad dir coll préf vs resp i.e sq ibid op.cit loc.cit
    angl all it esp lat gr russ fr qqch qqn dép arr arrt`,
    numbers:
      'tabl chap janv févr avr juil sept oct nov déc n nos no p pp vol t fig art al chap ch tab tél fax km cm mm kg mg ml ha min sec mn hab env réf § éd coll',
    may: 's.a s.a.s s.a.r.l inc ltd jr j.-c av.j.-c apr.j.-c r.-v n.b p.-s e.-u é.-u u.e p.-d.g',
    ends: 'etc suiv',
    starters: `
    le la les l'un l'une un une des du de ce cet cette ces il elle ils elles on nous vous je tu son sa ses leur leurs notre nos mon ma mes votre aucun aucune tous tout toutes chaque plusieurs certains certaines d'autres beaucoup
    et mais ou or donc car cependant toutefois pourtant néanmoins aussi également ainsi alors puis ensuite enfin après avant pendant depuis lors lorsque quand si comme parce puisque bien malgré selon d'après
    à au aux en dans sur sous par pour avec sans chez entre vers contre dès
    que qui quoi où comment pourquoi combien quel quelle quels quelles c'est n'est y j'ai j'étais c'était est sont était a ont peut faut pas non oui ici là hier aujourd'hui demain maintenant déjà encore même seul seule
    d'ailleurs effet finalement peut-être l'ensemble qu'il s'il`,
    openers: 'à au en le dès vers depuis après avant pendant lors',
  },
  /** French: plural, feminine of persons and adjectives, elision before a vowel. */
  terms: {
    alphabet: 'Latn',
    // Words in -al and -ail have either plural.
    plural: {
      of: 'each',
      rules: [
        [/(?<=[sxz])$/, ''],
        [/(?<=au|eu)$/, 'x'],
        [/(?<!ai?l)$/, 's'],
      ],
    },
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
  },
  numbers: {
    percent: 'pour ?cent',
    speller: 'fr-FR',
    words: {
      0: 'zéro|aucun|minuit',
      0.5: 'demi|moitié',
      1: 'une?\\b|premi|seul|unique',
      1.5: 'une? .{0,12}et demi',
      2: 'deux|second|double|paire|couple|bi',
      3: 'trois|tiers|trio|tripl',
      4: 'quatr|quart',
      5: 'cinq',
      6: 'six|sixi',
      7: 'sept',
      8: 'huit|huitaine',
      9: 'neuf|neuvi',
      10: 'dix|décenni|dizaine|décade',
      12: 'douz|midi',
      15: 'quinz',
      20: 'vingt',
      30: 'trent',
      50: 'cinquant',
      70: 'soixante-dix|septante',
      80: 'quatre-vingt|octante|huitante',
      90: 'quatre-vingt-dix|nonante',
      100: 'cent|siècle|centain',
      1000: 'mill[ei]',
      1e6: 'million',
      1e9: 'milliard',
      500000: 'demi.million',
    },
    scales: [
      [1e9, 'milliards?|mds?|mrds?'],
      [1e6, 'millions?|mio|M'],
      [1e3, 'mille|milliers?|k'],
      [1e12, 'billions?'],
    ],
  },
};
