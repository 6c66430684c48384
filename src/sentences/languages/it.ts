import type { SentenceLanguage } from '../language.ts';

export const it: SentenceLanguage = {
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
};
