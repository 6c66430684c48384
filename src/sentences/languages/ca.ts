import type { SentenceLanguage } from '../language.ts';

export const ca: SentenceLanguage = {
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
};
