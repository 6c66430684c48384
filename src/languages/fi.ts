import type { Language } from './language.ts';

/** Finnish. */
export const language: Language = {
  doubles: 'hän se pian kohta yhä',
  length: { ratio: 1.07, spread: 1.2 },
  sentences: {
    joins:
      'tri prof maist toht lis dosentti ins arkkit kenr ev evl maj kapt luutn pyh ns esim ts ks vrt nk ent engl saks ransk it esp lat ven ruots toim suom käänt k.o ko yo ao n.s kirj',
    numbers: 'n nro no s siv kuv taul art km cm kg mg ml ha min sek puh milj mrd tuh klo e mk p §',
    may: 'mm oy ry jr eKr jKr e.Kr j.Kr',
    ends: 'jne ym yms tms ynnä.muuta y.m y.m.s j.n.e jms eaa jaa',
    starters: `
    se ne tämä nämä tuo nuo hän he me te minä sinä hänen heidän meidän kaikki jokainen moni useat jotkut toiset molemmat ja mutta tai sillä kuitenkin myös lisäksi siksi silti sitten silloin siellä täällä tässä nyt tänään eilen huomenna myöhemmin aiemmin
    jos kun koska vaikka jotta että mitä mikä kuka missä miten miksi milloin kuinka on oli ovat olivat ei eivät voi voivat pitää ehkä lopulta viime ensi joka vuonna`,
    openers: 'klo vuonna kello',
    ordinals: true,
  },
  numbers: {
    percent: 'prosen',
    speller: 'fi-FI',
    teen: 'toista',
    words: {
      0: 'noll|keskiyö',
      0.5: 'puol',
      1: 'yksi|yhde|yhtä|yhtee|ensimmäi|ainoa|ykkö',
      1.5: 'puolitoista|puolentoista',
      2: 'kaksi|kahde|kahta|kahte|kahde|toinen|toise|molem|kakkos|pari|kahdenn|tupla',
      3: 'kolm',
      4: 'nelj',
      5: 'viisi|viide|viit',
      6: 'kuusi|kuude|kuut',
      7: 'seitsem',
      8: 'kahdeks',
      9: 'yhdeks',
      10: 'kymmen|vuosikym',
      11: 'yksitoista|yhdentoista|yhdennentoista',
      12: 'kaksitoista|kahdentoista|kahdennentoista|tusina|keskipäiv',
      13: 'kolme?n?toista',
      18: 'kahdeksan?toista',
      20: 'kaksikymmen|kahdenkymmen|kahdennenkymmen|kahdeskymmen',
      30: 'kolmekymmen|kolmenkymmen',
      100: 'sata|sada|vuosisa',
      1000: 'tuhat|tuhan|tuhan',
      1e6: 'miljoona',
      1e9: 'miljardi',
    },
    scales: [
      [1e9, 'miljard\\p{L}*|mrd\\.?'],
      [1e6, 'miljoon\\p{L}*|milj\\.?'],
      [1e3, 'tuhat|tuhan\\p{L}*|tuhans\\p{L}*|t\\.'],
      [1e12, 'biljoon\\p{L}*'],
    ],
  },
  kindsBehind: true,
};
