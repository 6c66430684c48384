import type { SentenceLanguage } from '../language.ts';

export const pl: SentenceLanguage = {
  joins: `
    prof dr hab mgr inż lic doc mec adw red płk ppłk mjr kpt por ppor chor sierż kpr plut kmdr adm ks o bp abp kard br s św śp bł ul al pl os
    pow woj gm m.in m.st tj tzn tzw np wg zob cyt cd ang niem franc fr wł hiszp ros ukr łac gr czes jap chiń pol właśc zw ds d.s pseud
    nacz wyd zast kier dyr prez przew wicemin sekr pełn pod.red oprac tłum ilustr fot reż scen muz pt n.p.m nt odp dot ws w.w p.o jw ww`,
  numbers: `
    mln mld
    sty lut mar kwi cze lip sie wrz paź lis gru zł gr km cm mm kg dag mg ml ha godz min sek mies tel kom faks str rozdz rys tab nr art ust par pkt poz lit egz szt os ok ryc il kl m²`,
  may: 'proc tys bln im gen pn wt śr czw pt sob ndz',
  times: 'r w n.e p.n.e',
  ends: 'itd itp i.in in i.inni',
  starters: `
    a ale i oraz lub albo jednak natomiast zatem więc dlatego ponieważ gdyż bo jeśli jeżeli gdy kiedy choć chociaż mimo podczas także również też ponadto poza
    on ona ono oni one my wy ty ja jego jej ich nasz nasza nasze ten ta to ci te tego tej tym tych tamten taki taka takie tak tu tutaj tam wtedy teraz potem następnie później wcześniej
    w we na za z ze do od dla o przy pod nad między przez bez po wśród około obok zgodnie według dzięki pomimo oprócz wobec
    co kto gdzie jak dlaczego czemu ile jaki jaka jakie który która które wszyscy wszystko każdy każda niektórzy inni wielu większość nikt nic nie jeszcze już tylko nawet prawie właśnie
    dziś dzisiaj wczoraj jutro niedawno ostatnio wreszcie być może był była było byli jest są będzie można trzeba należy`,
  openers: 'w we na za z ze do od po przed przez około podczas o',
  vowelless: true,
};
