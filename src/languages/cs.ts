import type { Language } from './language.ts';

const HARD = '- a/u u/ovi -/a em u/ě/e/ovi e/u ; y/i/ové ů ům y/ů y ech/ách';
const CHANGED = '. a/u u/ovi a/u em u/ě/e/ovi e/u ; y/i/ové ů ům y y ech/ách';
const SOFT = '- e/ě i/ovi -/e em i/ovi i ; e/i/ové ů ům e i ích';

/** Czech. */
export const language: Language = {
  doubles: 'se to tak ne no velmi co',
  neighbours: ['sk'],
  letters: { own: /[ěřů]/giu, foreign: { sk: /[ľĺŕôä]/giu } },
  telling: {
    words: `
    který která které kteří kterou kterých jsou jsem jsme nebo také již při pro se být byl byla bylo byli bude budou má mají mezi podle proto když co této
    roce let ze ve ke však ještě jen více než aby kde tak po do od na je že ale jako už by si s v z k o u za ani pak před přes pouze jeho její jejich svůj své`,
    shape: /[ěřů]|(?:ího|ími|tní|ční|ování)$/,
  },
  length: { ratio: 0.99, spread: 1.2 },
  sentences: {
    joins: `
    prof doc dr mudr judr phdr rndr paeddr mvdr ing mgr bc ph.dr csc drsc gen plk pplk mjr kpt npor por ppor adm p pí sl sv ul tř bří
    tj tzn tzv např mj m.j resp popř příp vč srov viz cit angl něm franc fr it špan slov řec jap čín hl vyd přel zást řed předs odd
    fa t.č t.r stol arch dipl akad prap rtm`,
    numbers: 'kč hal eur km cm mm kg mg ml ha hod min sek měs tel č čl odst písm str s obr tab kap sv ks os roč sb kl čp',
    may: 'př.kr po.kr př.n.l tis mil mld bil nám gen a.s s.r.o v.o.s o.s o.p.s z.s spol n.l n.m st ml',
    ends: 'atd apod aj a.j ad a.pod',
    starters: `
    a ale i nebo však proto protože neboť jestli pokud když až než ačkoli přestože zatímco také rovněž navíc kromě
    on ona ono oni my vy ty já jeho její jejich náš naše ten ta to ti tento tato toto tito tyto takový tak tu tady tam tehdy teď nyní potom pak následně později dříve předtím
    v ve na za z ze do od pro o při pod nad mezi přes bez po podle kolem vedle díky kvůli s se k ke u
    co kdo kde kam jak proč kolik jaký jaká který která které všichni vše všechno každý každá někteří jiní další mnoho většina nikdo nic ne ještě už již jen pouze dokonce téměř právě
    dnes včera zítra nedávno nakonec možná byl byla bylo byli je jsou bude budou může lze je-li jde`,
    ordinals: true,
    vowelless: true,
  },
  /** Czech: nouns by gender and stem, adjectives, softened stems, fleeting e (Internetová jazyková příručka ÚJČ). */
  terms: {
    alphabet: 'Latn',
    slots: true,
    classes: [
      { ends: /(?<=[bdfhklmnprstvwxgz]|ch)$/, endings: HARD },
      { ends: /(?<=[cčďjňřšťžlsz])$/, endings: SOFT },
      { ends: /k$/, endings: '. . . . . . . ; ci' },
      { ends: /k$/, endings: '; . . . . . cích' },
      { ends: /h$/, endings: '; zi . . . . zích' },
      { ends: /ch$/, endings: '; ši . . . . ších' },
      { ends: /r$/, endings: '. . . . . ře ře ; ři', only: 'common' },
      { ends: /([^aeiouyáéíóúůýě])e([kcnlr])$/, stem: '$1$2', endings: CHANGED },
      { ends: /([^aeiouyáéíóúůýě])ec$/, stem: '$1c', endings: '. e i/ovi e em i če ; i/ové ů ům e i ích' },
      { ends: /([^aeiouyáéíóúůýě])e([mnstžšbp])$/, stem: '$1$2', endings: CHANGED, only: 'common' },
      { ends: /ů([mlrtvžn])$/, stem: 'o$1', endings: CHANGED, only: 'common' },
      { ends: /í([rhlt])$/, stem: 'ě$1', endings: CHANGED, only: 'common' },
      // Feminine.
      { ends: /a$/, endings: 'a y ě/e/ovi u ou ě/e/ovi o ; y/ové . ám y ami ách' },
      { ends: /a$/, endings: '; . -/ů', only: 'common' },
      { ends: /ka$/, endings: '. . ce . . ce' },
      { ends: /ha$/, endings: '. . ze . . ze' },
      { ends: /ga$/, endings: '. . ze . . ze' },
      { ends: /cha$/, endings: '. . še . . še' },
      { ends: /ra$/, endings: '. . ře . . ře' },
      { ends: /([^aeiouyáéíóúůýě])k[ay]$/, stem: '$1ek', endings: '; . -', only: 'common' },
      { ends: /([^aeiouyáéíóúůýě])([nlrvmb])[aoy]$/, stem: '$1e$2', endings: '; . -', only: 'common' },
      { ends: /[eě]$/, endings: 'e/ě e/ě i i/e/ě í i e/ě ; e/ě í/- ím e/ě emi/ěmi ích' },
      { ends: /ie$/, endings: 'ie ie ii ii ií ii ie ; ie ií iím ie iemi iích' },
      { ends: /ice$/, stem: 'ic', endings: '; . -' },
      { ends: /(?<=[ťňšžďčřjlvmbpf]|st|sť|c)$/, endings: '- i/e/ě i - í i i ; i/e/ě í em/ím i/e/ě mi/emi/ěmi ech/ích', only: 'common' },
      { ends: /ť$/, stem: 't', endings: '. i/ě i . í i i ; i/ě í em/ím i/ě mi/ěmi ech/ích', only: 'common' },
      { ends: /ň$/, stem: 'n', endings: '. ě i . í i i ; ě í ím ě ěmi ích' },
      // Neuter.
      { ends: /o$/, endings: 'o a u o em u/ě/e o ; a . ům a y ech/ách' },
      { ends: /o$/, endings: '; . -', only: 'common' },
      { ends: /o$/, endings: 'o a ovi/u a em ovi/u', only: 'name' },
      { ends: /ko$/, endings: '. . . . . cích ; . . . . . cích', only: 'common' },
      { ends: /í$/, endings: 'í í í í ím í í ; í í ím í ími ích' },
      { ends: /um$/, endings: 'um a u um em u um ; a í ím a y ích' },
      { ends: /ma$/, endings: 'ma matu matu ma matem matu ; mata mat matům mata maty matech', only: 'common' },
      // Adjectives and surnames of their form.
      { ends: /ý$/, endings: 'ý ého ému ý/ého ým ém ý ; í/é ých ým é/ých ými ých', adjective: true },
      { ends: /á$/, endings: 'á é é ou ou é á ; é ých ým é ými ých', adjective: true },
      { ends: /é$/, endings: 'é ého ému é ým ém é ; é/á ých ým é/á ými ých', only: 'adjective', adjective: true },
      { ends: /í$/, endings: 'í ího/í ímu/í í/ího ím/í ím/í í ; í ích ím í ími ích', adjective: true },
      { ends: /ký$/, endings: '; cí', adjective: true },
      { ends: /ský$/, endings: '; ští', adjective: true },
      { ends: /ová$/, endings: 'ová ové ové ovou ovou ové', only: 'name' },
      // Plural dictionary forms, and their singular.
      { ends: /y$/, endings: '; y ů/- ům/ám y y/ami ech/ách' },
      { ends: /i$/, endings: '; i ů/í ům/em y/e/i y/i/mi ech/ích' },
      { ends: /ci$/, endings: 'k ka kovi ka kem kovi ; ci ků kům ky ky cích', only: 'common' },
      { ends: /é$/, endings: '; é ů ům y y ech', only: 'common' },
      { ends: /[yie]$/, endings: '- a/u u a em u', only: 'common' },
      { ends: /a$/, endings: '; a -/ů ům a y ech', only: 'common' },
    ],
    derived:
      /^(?:(?:s|c|š|č|an|án|ov|ěn|en|in|ijn|ist|n)?(?:sk|ck|šk|čk|ov|n|ijsk|ejsk|ansk|ánsk|ensk)(?:ý|á|é|ého|ému|ým|ém|ou|ých|ými|í|y)|(?:an|ec|čan|ijec|ejec)(?:|é|ů|a|ovi|em|ům|y|ech|ka|ky|ce|ku|kou)|(?:ův|ova|ovo|ovy|ov|in|ina|ino)|(?:ist|ism)(?:a|us|y|ou|mu))$/,
  },
  numbers: {
    percent: 'proc',
    speller: 'cs-CZ',
    words: {
      0: 'nul|žádn|půlnoc',
      0.5: 'půl|polovi',
      1: 'jed[en]|prvn|jedin',
      1.5: 'jeden a půl|půldruh',
      2: 'dva|dvě|dvo|druh|ob[aě]|dvoj|pár',
      3: 'tři|tře|tro|trojn',
      4: 'čtyř|čtvr',
      5: 'pět|pát',
      6: 'šest',
      7: 'sedm',
      8: 'osm',
      9: 'dev',
      10: 'des[eá]|dekád',
      11: 'jeden[áa]ct',
      12: 'dvan[áa]ct|tucet|poled',
      20: 'dvace|dvacá',
      30: 'třice|třicá',
      40: 'čtyřice|čtyřicá',
      50: 'padesá|půlstolet',
      60: 'šedesá',
      70: 'sedmdesá',
      80: 'osmdesá',
      90: 'devadesá',
      100: 'sto\\b|sta\\b|stov|stolet|stý',
      200: 'dvě stě|dvou set|dvoust',
      1000: 'tisíc',
      1e6: 'mili[oó]n',
      1e9: 'miliard',
    },
    scales: [
      [1e9, 'miliard\\p{L}*|mld\\.?'],
      [1e6, 'mili[oó]n\\p{L}*|mil\\.|mio\\.?'],
      [1e3, 'tisíc\\p{L}*|tis\\.'],
      [1e12, 'bili[oó]n\\p{L}*'],
    ],
  },
};
