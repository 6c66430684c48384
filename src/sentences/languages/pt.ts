import type { SentenceLanguage } from '../language.ts';

export const pt: SentenceLanguage = {
  joins: `
    sr sra srs sras srta dr dra drs dras prof profa profs eng arq adv exmo exma ilmo ilma d dom mons pe sto sta gen cel ten cap maj sgt alm min pres gov dep sen
    av r pç pça rod estr trav lg ed edif apto dept
    p.ex ex p.e cf cfr vid op.cit eds trad org coord comp vs aprox máx mín incl excl resp ref adm ingl gr port bras`,
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
};
