import type { Language } from './language.ts';

const VOWEL = /^h?[aeiouàáâäæèéêëìíîïòóôöœùúûü]/i;

/** Catalan. */
export const language: Language = {
  doubles: 'els ens us em molt gairebé poc a no sí',
  neighbours: ['es'],
  openingMarks: 'sometimes',
  elision: { before: VOWEL, short: { de: 'd' }, full: { d: 'de' }, apostrophe: "'" },
  length: { ratio: 1.15, spread: 1 },
  sureWords: `
    els amb dels més seva després segons cap anys fer hi havia quan aquest estat persones fins molt aquesta pel també abans sense això
    passat veure són milions perquè fet dissabte davant haver només dona altres té encara està què vaig nova setmana divendres passada
    tornar seves tenia podria pels aquests aquestes nostre nostra ell ells elles nosaltres altra tots totes molts moltes doncs sota dues
    cinc vuit vam vau dir tenir eren estava ens allò allà ara menys millor pitjor quin quina quins quines ningú algú qualsevol hem heu
    havien tenen poden pot vol fa feia fos siguin sigui aquell aquella aquells aquelles gairebé mentre així avui ahir dilluns dimarts
    dimecres dijous gener febrer març maig juny juliol setembre desembre homes dones nens nen noia països ciutat govern treball jocs lloc
    mateix mateixa mateixos mateixes coses mitjançant malgrat sigut hagut feta fets anar creure voler seu seus dies equip noves
    alguns algunes diumenge partits jugadors hores mesos vegada vegades veu veus`,
  sentences: {
    joins: `
    sr sra srs sres srta dr dra drs dres prof profa il·lm il·lma excm excma hble mons mn fra sta st gral gen tt sgt pdt ppal secr
    av avda c pg ptge pl pça rbla ctra urb ed edif dept
    p.ex ex p.e cf cfr vg v.g op.cit eds trad coord vs aprox màx mín incl excl resp ref adm angl llat gr rus`,
    numbers:
      'gen febr abr jul ag set oct nov des n núm núms no nre p pp pàg pàgs vol vols t fig figs art arts cap caps tab tel tfn fax km cm mm kg mg ml ha min seg hab apt § par ap',
    may: 's.a s.l s.a.u s.c.c.l inc jr a.c d.c ph.d n.b p.d u.e i.a c.a',
    times: 'a.m p.m h',
    ends: 'etc ee.uu rr.hh ff.cc cc.oo jj.oo',
    starters: `
    el la els les l'altre un una uns unes aquest aquesta aquests aquestes això aquell aquella ell ella ells elles nosaltres vosaltres vostè vostès jo tu seu seva seus nostre nostra cap ningú tots totes tot tota cada molts moltes alguns algunes altres ambdós diversos
    i però o tanmateix no sí també tampoc a més així llavors aleshores després abans finalment mentre quan si com perquè encara doncs segons
    al en de del dels amb per sense sobre sota entre fins des contra durant davant mitjançant
    que què qui on quant quin quina quins és són era eren va van ha han havia hi pot poden deu està estan estava es li em et ens
    aquí allà ahir avui demà ara ja només potser tal menys molt tan dilluns dimarts dimecres dijous divendres dissabte diumenge`,
    openers: 'a al en el des fins després abans durant cap sobre',
    continues: 'gener febrer març abril maig juny juliol agost setembre octubre novembre desembre',
  },
  /** Catalan: plural, feminine, elision. */
  terms: {
    alphabet: 'Latn',
    // Words in a stressed vowel or a hissing sound have several plurals.
    plural: {
      of: 'each',
      rules: [
        [/ca$/, 'ques'],
        [/ga$/, 'gues'],
        [/ça$/, 'ces'],
        [/ja$/, 'ges'],
        [/([gq])ua$/, '$1ües'],
        [/a$/, 'es'],
        [/(?<=[^àéèíóòúsçxz]|ig)$/, 's'],
      ],
    },
    classes: [
      { ends: /(?<=[^sxç])$/, endings: 's' },
      { ends: /(?<=[sxç])$/, endings: 'os es', only: 'common' },
      { ends: /s$/, endings: 'ssos', only: 'common' },
      { ends: /a$/, endings: 'es' },
      { ends: /ca$/, endings: 'ques' },
      { ends: /ga$/, endings: 'gues' },
      { ends: /ça$/, endings: 'ces' },
      { ends: /ja$/, endings: 'ges' },
      { ends: /qua$/, endings: 'qües' },
      { ends: /gua$/, endings: 'gües' },
      { ends: /à$/, endings: 'ans ana anes' },
      { ends: /é$/, endings: 'ens ena enes' },
      { ends: /è$/, endings: 'ens' },
      { ends: /í$/, endings: 'ins ina ines' },
      { ends: /ó$/, endings: 'ons ona ones' },
      { ends: /ú$/, endings: 'uns una unes' },
      { ends: /ès$/, endings: 'esos esa eses' },
      { ends: /(?<=sc|st|xt|ig|ix|tx|g)$/, endings: 'os', only: 'common' },
      { ends: /ig$/, endings: 'jos tjos', only: 'common' },
      { ends: /(?<=[^aeiouàéèíóòú])$/, endings: 'a es', only: 'common' },
      { ends: /[eo]$/, endings: 'a es os', only: 'common' },
      { ends: /u$/, endings: 'va ves a es', only: 'common' },
      { ends: /t$/, endings: 'da des ts', only: 'common' },
      { ends: /c$/, endings: 'ga gues', only: 'common' },
      { ends: /l$/, endings: 'l·la l·les', only: 'common' },
      { ends: /s$/, endings: '-', only: 'common' },
      { ends: /es$/, endings: 'a', only: 'common' },
      { ends: /ions$/, endings: 'ió', only: 'common' },
      { ends: /or$/, endings: 'riu', only: 'common' },
    ],
    proclitics: /^(?:l|d|s|n|m|t)'/,
    derived:
      /^(?:à|ana|ans|anes|ià|iana|ians|ianes|enc|enca|encs|enques|ès|esa|esos|eses|í|ina|ins|ines|eny|enya|enys|enyes|eu|ea|eus|ees|ic|ica|ics|iques|ista|istes|al|als|ari|ària|aris|àries|er|era|ers|eres|ial|ials)$/,
  },
  numbers: {
    percent: 'per ?cent|tant per',
    words: {
      0: 'zero|cap\\b|mitjanit',
      0.5: 'mi[gt]j?|meitat',
      1: 'un\\b|una\\b|uns|primer|únic|sol[a]?\\b',
      1.5: 'un[a]? .{0,12}i mi[gt]',
      2: 'dos\\b|dues|segon|ambdós|ambdues|doble|parell',
      3: 'tres|tercer|trio|triple',
      4: 'quatre|quart',
      5: 'cinc|cinqu',
      6: 'sis\\b|sis[eè]|mitja dotzena',
      7: 'set\\b|set[eè]',
      8: 'vuit',
      9: 'nou|nov[eè]',
      10: 'deu|des[eè]|dècada|decenni|desena',
      11: 'onze',
      12: 'dotz|migdia',
      13: 'tretz',
      14: 'catorz',
      15: 'quinz',
      16: 'setz',
      17: 'disset',
      18: 'divuit',
      19: 'dinou',
      20: 'vint',
      21: 'vint-i-un',
      22: 'vint-i-d',
      23: 'vint-i-tres',
      24: 'vint-i-quatre',
      25: 'vint-i-cinc',
      30: 'trent',
      40: 'quarant',
      50: 'cinquant|mig segle',
      60: 'seixant',
      70: 'setant',
      80: 'vuitant',
      90: 'norant',
      100: 'cent|segle',
      200: 'dos-cents|dues-centes',
      300: 'tres-c',
      400: 'quatre-c',
      500: 'cinc-c',
      1000: 'mil\\b|miler|milers',
      1e6: 'milió|mili[oó]',
      1e9: 'mil milions|miliard',
      500000: 'mig milió',
    },
    scales: [
      [1e9, 'mil (?:milions|M)|miliards?|mm?'],
      [1e3, 'mil|k'],
      [1e6, 'mili(?:ons|ó)|M'],
      [1e12, 'bili(?:ons|ó)'],
    ],
  },
};
