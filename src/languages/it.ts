import type { Language } from './language.ts';

/** Italian. */
export const language: Language = {
  doubles: 'tutto vi ci si piano man quasi via mano ben bene lemme quatto ora appena no sì così passo',
  // `di` before a vowel is at the writer's choice; the article and what is joined to it is not. A semivowel takes the full form.
  elision: {
    before: /^h?(?:[aeouàèéòóù]|[iì](?![aeiou]))/i,
    short: {
      la: 'l',
      lo: 'l',
      della: 'dell',
      dello: 'dell',
      alla: 'all',
      allo: 'all',
      dalla: 'dall',
      dallo: 'dall',
      nella: 'nell',
      nello: 'nell',
      sulla: 'sull',
      sullo: 'sull',
    },
    apostrophe: '’',
  },
  length: { ratio: 1.17, spread: 1.1 },
  sentences: {
    joins: `
    sig sigg sig.ra sig.na sig.re dott dott.ssa dr dr.ssa prof prof.ssa avv ing arch geom rag on sen cav comm gr.uff mons card gen magg cap brig ecc amm ammin
    s ss v p.zza p.za c.so l.go v.le f.lli
    es ad.es p.es per.es cfr v.di ved cit ed trad cur pref n.d.r n.d.t c.d cd c.a cosidd vs ca circa ingl ted franc gr russ
    egr gent spett ill preg rev dir pres vice.pres econ psicol idraul meteor`,
    numbers:
      'gen feb mar apr mag giu lug ago sett ott nov dic n nn num p pp pag pagg vol voll fig figg art artt cap capp tav tab tel fax km cm mm kg mg ml ha min sec sez par lett co c all ab',
    may: 'col s.p.a s.r.l s.n.c s.a.s inc ltd jr a.c d.c u.s.a p.s r.s.v.p a.m p.m g.u d.l d.lgs d.p.r u.e n.b',
    ends: 'ecc etc',
    starters: `
    il lo la i gli le l'altro un uno una questo questa questi queste quello quella quelli lui lei loro egli ella essi noi voi io tu suo sua suoi nostro nostra mio mia nessuno nessuna tutti tutto ogni molti alcuni alcune altri altre entrambi
    e ed ma o però tuttavia quindi perché perciò anche inoltre infatti allora poi dopo prima infine mentre quando se come poiché sebbene nonostante secondo
    a ad al alla ai alle in nel nella nei nelle su sul sulla per con senza tra fra da dal dalla di del della dei delle verso contro durante
    che chi cosa dove quanto quale quali è sono era erano ha hanno aveva può possono deve non sì no qui qua là ieri oggi domani ora adesso già ancora solo forse finalmente così`,
    openers: "alle all'una in nel a il dal dopo prima durante verso",
  },
  /** Italian: plural, feminine of persons and adjectives, elision before a vowel. */
  terms: {
    alphabet: 'Latn',
    // Foreign words end in a consonant or -y and stay as they are; -co, -go and masculine nouns in -a have either plural.
    plural: {
      of: 'each',
      rules: [
        [/(?<=[^aeiou])$/, ''],
        [/io$/, 'i'],
        [/(?<=[^cg])[oe]$/, 'i'],
        [/(?<=[cg])e$/, 'i'],
        [/([cg])a$/, '$1he'],
        [/(?<=[^mtic])a$/, 'e'],
        [/(?<=[iu])$/, ''],
      ],
    },
    classes: [
      // The feminine of adjectives, and of the suffixes that persons have: partito has no partita.
      { ends: /o$/, endings: 'i a e', only: 'phrase' },
      { ends: /(?<=er|ari|[aie]n|dat|gat|tr|[ií]c|g|gli)o$/, endings: 'a e', only: 'common' },
      { ends: /o$/, endings: 'i', only: 'common' },
      { ends: /io$/, endings: 'i ii', only: 'common' },
      { ends: /([cg])o$/, stem: '$1h', endings: 'i e', only: 'common' },
      { ends: /a$/, endings: 'e i', only: 'adjective' },
      { ends: /([cg])a$/, stem: '$1h', endings: 'e i', only: 'common' },
      { ends: /([cg])ia$/, stem: '$1', endings: 'e', only: 'common' },
      { ends: /e$/, endings: 'i a essa', only: 'adjective' },
      { ends: /tore$/, endings: 'trice trici tori', only: 'common' },
      // Plural dictionary forms.
      { ends: /i$/, endings: 'o e a', only: 'common' },
      { ends: /e$/, endings: 'a', only: 'common' },
    ],
    proclitics: /^(?:l|un|d|dell|all|dall|nell|sull|c|s|m|t|v|quest|quell|sant|bell)'/,
    derived:
      /^(?:(?:an|ian|es|in|in|itan|ens)(?:o|a|i|e)|ese|esi|(?:ist|istic)(?:a|i|o|he)|ico|ica|ici|iche|ale|ali|are|ari|ario|aria|arie|iere|iera|ismo|oso|osa|osi|ose|ato|ata|ati|ate|iale|iali|enza|enziale)$/,
  },
  numbers: {
    percent: 'per ?cento|percent',
    speller: 'it-IT',
    words: {
      0: 'zero|nessun|mezzanotte',
      0.5: 'mezz|metà',
      1: "un[oa']?\\b|prim[oa]|unic",
      2: 'due|second|entramb|doppi|coppia|paio',
      3: 'tre\\b|terz|trio|tripl',
      4: 'quattr|quart',
      5: 'cinque|quint',
      6: 'sei\\b|sest|mezza dozzina',
      7: 'sette|settim',
      8: 'otto|ottav',
      9: 'nove|non[oa]',
      10: 'dieci|decim|decenni|decina',
      12: 'dodici|dozzina|mezzogiorno',
      100: 'cent|secol',
      1000: 'mill[ei]|migliai',
      1e6: 'milion',
      1e9: 'miliard',
    },
    scales: [
      [1e9, 'miliard[oi]|mld|mrd'],
      [1e6, 'milion[ei]|mln|mio'],
      [1e3, 'mila|mille|k'],
      [1e12, 'bilion[ei]|mila miliardi'],
    ],
  },
};
