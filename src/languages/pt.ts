import type { Language } from './language.ts';

/** Portuguese. */
export const language: Language = {
  doubles: 'muito quase logo se não sim',
  neighbours: ['es'],
  letters: { own: /[ãõ]/giu },
  length: { ratio: 1.12, spread: 1.1 },
  sentences: {
    joins: `
    const
    sr sra srs sras srta dr dra drs dras prof profa profs eng arq adv exmo exma ilmo ilma d dom mons pe sto sta gen cel ten cap maj sgt alm min pres gov dep sen
    av r pç pça rod estr trav lg ed edif apto dept
    p.ex ex p.e cf cfr vid op.cit eds trad org coord comp vs aprox máx mín incl excl resp ref adm ingl gr port bras séc sécs`,
    numbers:
      'jan fev mar abr jun jul ago set out nov dez n nº no núm nro p pp pág págs vol vols t fig figs art arts cap caps tab tel fax km cm mm kg mg ml ha min seg hab § inc par al c ap',
    may: 's.a ltda cia inc jr a.c d.c ph.d u.s.a n.b p.s e.u.a r.j s.p u.e',
    times: 'a.m p.m h',
    ends: 'etc',
    starters: `
    o a os as um uma uns umas este esta estes estas isto esse essa esses essas isso aquele aquela ele ela eles elas nós vós vocês você eu tu seu sua seus suas nosso nossa meu minha nenhum nenhuma ninguém todos todas tudo toda cada muitos muitas alguns algumas outros outras outro outra ambos vários
    e mas ou porém contudo entretanto no não sim também além assim então depois antes finalmente enquanto quando se como porque embora pois segundo
    ao aos à às em na nos nas de do da dos das com por pelo pela para sem sobre sob entre até desde contra durante após perante
    que quem onde quanto qual quais é são era eram foi foram há tem têm tinha pode podem deve está estão estava aqui ali ontem hoje amanhã agora já ainda só talvez mais menos muito tão`,
    openers: 'às à ao em no na desde até depois antes durante por após',
  },
  /** Portuguese: plural with its vowels, feminine of persons and adjectives. */
  terms: {
    alphabet: 'Latn',
    // Words in -ão, -l and -s have several plurals.
    plural: {
      of: 'each',
      rules: [
        [/m$/, 'ns'],
        [/(?<=[rz])$/, 'es'],
        [/(?<=x)$/, ''],
        [/(?<!ão|[lsã])$/, 's'],
      ],
    },
    classes: [
      { ends: /(?<=[aeiouáéíóúãâêô])$/, endings: 's' },
      { ends: /(?<=[rzns])$/, endings: 'es', only: 'common' },
      { ends: /ês$/, stem: 'es', endings: 'es a as', only: 'common' },
      { ends: /m$/, stem: 'ns', endings: '-' },
      { ends: /([aou])l$/, stem: '$1is', endings: '-', only: 'common' },
      { ends: /al$/, stem: 'ais', endings: '-', only: 'common' },
      { ends: /el$/, stem: 'éis', endings: '-', only: 'common' },
      { ends: /el$/, stem: 'eis', endings: '-', only: 'common' },
      { ends: /ol$/, stem: 'óis', endings: '-', only: 'common' },
      { ends: /il$/, endings: 'is eis', only: 'common' },
      { ends: /ão$/, endings: 'ões ães ãos ã ãs oa oas', only: 'common' },
      // The feminine of adjectives, and of the suffixes that persons have: partido has no partida.
      { ends: /o$/, endings: 'a as os', only: 'phrase' },
      { ends: /(?<=eir|ári|ad|[aie]n|at|tr|[ií]c|g|lh)o$/, endings: 'a as', only: 'common' },
      { ends: /o$/, endings: 'os', only: 'common' },
      { ends: /(?<=or|ês|ol|iz|l)$/, endings: 'a as', only: 'common' },
      { ends: /e$/, endings: 'a as', only: 'common' },
      { ends: /eu$/, endings: 'eia eias', only: 'common' },
      { ends: /tor$/, endings: 'triz trizes', only: 'common' },
      // Plural dictionary forms.
      { ends: /(?<=.{2}[aeiou])s$/, endings: '-', only: 'common' },
      { ends: /ões$/, endings: 'ão', only: 'common' },
      { ends: /ais$/, endings: 'al', only: 'common' },
    ],
    derived:
      /^(?:(?:an|ian|in|ens|eir)(?:o|a|os|as)|ense|enses|ês|esa|eses|esas|(?:ist|ístic)(?:a|as|o|os)|ico|ica|icos|icas|al|ais|ar|ares|ário|ária|ários|árias|ismo|oso|osa|osos|osas|ado|ada|ados|adas|ência|encial|enciais|ial|iais)$/,
  },
  numbers: {
    percent: 'por ?cento|porcent|percent',
    speller: 'pt-PT',
    words: {
      0: 'zero|nenhum|meia-noite',
      0.5: 'mei[oa]|metade',
      1: 'uma?\\b|primeir|únic',
      2: 'dois|duas|segund|ambos|ambas|dupl|dobro|par\\b',
      3: 'três|terceir|trio|tripl',
      4: 'quatr|quart',
      5: 'cinco|quint',
      6: 'seis|sext|meia dúzia',
      7: 'sete|sétim',
      8: 'oito|oitav',
      9: 'nove|non',
      10: 'dez|décim|década|decéni',
      12: 'doze|dúzia|meio-dia',
      14: 'catorze|quatorze',
      16: 'dezesseis|dezasseis',
      17: 'dezessete|dezassete',
      19: 'dezenove|dezanove',
      50: 'cinquent|cinquenten',
      100: 'cem\\b|cento|centen|século',
      1000: 'mil\\b|milhar',
      1e6: 'milhão|milhões',
      1e9: 'bilhão|bilhões|mil milhões',
    },
    scales: [
      [1e9, 'mil mil(?:hões|hão)|b[ie]l(?:hões|hão|iões|ião)|bi|mm?'],
      [1e3, 'mil|k'],
      [1e6, 'mil(?:hões|hão)|mi|M'],
      [1e12, 'tri(?:lhões|lhão|liões|lião)?'],
    ],
  },
};
