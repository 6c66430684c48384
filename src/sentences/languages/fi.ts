import type { SentenceLanguage } from '../language.ts';

export const fi: SentenceLanguage = {
  joins:
    'tri prof maist toht lis dosentti ins arkkit kenr ev evl maj kapt luutn pyh ns esim ts ks vrt nk ent engl saks ransk it esp lat ven ruots toim suom käänt k.o ko yo ao n.s kirj',
  numbers: 'n nro no s siv kuv taul art km cm mm kg mg ml ha min sek puh milj mrd tuh klo e mk p §',
  may: 'oy ry jr eKr jKr e.Kr j.Kr',
  ends: 'jne ym yms tms ynnä.muuta y.m y.m.s j.n.e jms eaa jaa',
  starters: `
    se ne tämä nämä tuo nuo hän he me te minä sinä hänen heidän meidän kaikki jokainen moni useat jotkut toiset molemmat ja mutta tai sillä kuitenkin myös lisäksi siksi silti sitten silloin siellä täällä tässä nyt tänään eilen huomenna myöhemmin aiemmin
    jos kun koska vaikka jotta että mitä mikä kuka missä miten miksi milloin kuinka on oli ovat olivat ei eivät voi voivat pitää ehkä lopulta viime ensi joka vuonna`,
  openers: 'klo vuonna kello',
  ordinals: true,
};
