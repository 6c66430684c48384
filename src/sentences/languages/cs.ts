import type { SentenceLanguage } from '../language.ts';

export const cs: SentenceLanguage = {
  joins: `
    prof doc dr mudr judr phdr rndr paeddr mvdr ing mgr bc ph.dr csc drsc gen plk pplk mjr kpt npor por ppor adm p pí sl sv ul tř bří
    tj tzn tzv např mj m.j resp popř příp vč srov viz cit angl něm franc fr it špan slov řec jap čín hl vyd přel zást řed předs odd
    fa t.č t.r stol arch dipl akad prap rtm`,
  numbers: 'kč hal eur km cm mm kg mg ml ha hod min sek měs tel č čl odst písm str s obr tab kap sv ks os roč sb kl čp',
  may: 'tis mil mld bil nám gen a.s s.r.o v.o.s o.s o.p.s z.s spol n.l n.m st ml',
  ends: 'atd apod aj a.j ad a.pod',
  starters: `
    a ale i nebo však proto protože neboť jestli pokud když až než ačkoli přestože zatímco také rovněž navíc kromě
    on ona ono oni my vy ty já jeho její jejich náš naše ten ta to ti tento tato toto tito tyto takový tak tu tady tam tehdy teď nyní potom pak následně později dříve předtím
    v ve na za z ze do od pro o při pod nad mezi přes bez po podle kolem vedle díky kvůli s se k ke u
    co kdo kde kam jak proč kolik jaký jaká který která které všichni vše všechno každý každá někteří jiní další mnoho většina nikdo nic ne ještě už již jen pouze dokonce téměř právě
    dnes včera zítra nedávno nakonec možná byl byla bylo byli je jsou bude budou může lze je-li jde`,
  ordinals: true,
  vowelless: true,
};
