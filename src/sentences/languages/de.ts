import type { SentenceLanguage } from '../language.ts';

export const de: SentenceLanguage = {
  joins: `
    fa inh gebr vors dir bgm min.-präs
Mag
    dr prof dipl ing dipl.-ing hr fr frl st hl sr br abg min.-dir präs vors gen oblt hptm maj obstlt komm insp
    z.b z.bsp d.h d.i u.a i.d.r i.a i.e.s i.w.s u.u v.a z.t z.zt z.z z.hd m.e m.w s.o s.u a.a a.d a.m a.o.prof b.a b.w bspw bzgl bzw
    ca cca ggf gegr geb gest verh gesch inkl exkl einschl entspr evtl gem sog vgl ehem allg bes insb insbes jew kath ev evang röm griech
    engl frz franz ital span russ poln lat türk chin jap amerik dt östr schweiz österr hrsg hg bearb übers zit urspr vorm nachm mtl jährl tägl
    abk abt begr betr bez dgl ebd ebda eigtl erg erw etw fam gebr geh gek gz int j.-nr kfm kgl kl königl lfd
    mdl med milit nördl südl östl westl o.g o.a pol priv prot schriftl staatl std stellv techn theol u.z unbek univ unv ü.d.m v.d vs wiss zus zzgl
    gegenw derz i.b i.v i.h i.r i.s.d i.s.v i.v.m m.a.w m.m o.b.d.a p.a u.zw v.h z.k i.allg s.a d.j d.ä`,
  may: 'jan jän feb mär apr jun jul aug sep sept okt nov dez max mind nr nrn s str bd bde abb abs art anm aufl jg kap tab tel fax bl ziff lit rn rdnr tsd mio mrd bill km cm mm kg mg ml ha std min sek stk eur fr rp pf qm ca par anl z bsp a.d i.r e.v jr sen jun str pl ltd a.g gmbh co dr h.c e.h v.chr n.chr m.b.h a.s',
  times: 'a.m p.m',
  ends: 'usw usf u.ä u.dgl u.v.m u.v.a u.v.a.m o.ä etc ff dgl uvm u.s.w u.s.f p.a d.m v.u.z',
  starters: `
    der die das dem den des ein eine einer eines einem einen dieser diese dieses diesem diesen jener jene jenes
    er sie es wir ihr ich du man sein seine ihre unser unsere mein meine kein keine keiner alle alles jeder jede jedes beide viele einige manche mehrere andere
    und aber oder doch denn jedoch sondern sowie auch nur noch schon sogar außerdem zudem darüber dabei dafür dagegen daher darum deshalb deswegen dennoch trotzdem
    da dann danach damals davor dazu damit dort hier heute gestern morgen jetzt nun zuvor zuletzt zunächst schließlich später früher inzwischen mittlerweile seitdem
    in im am an auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit über um unter unterdessen vom von vor während wegen zu zum zur zwischen trotz laut
    als wenn weil ob obwohl nachdem bevor sobald solange falls sofern wie wo was wer wann warum weshalb wieso wohin woher welche welcher welches
    ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte konnten soll sollen sollte muss müssen musste darf dürfen
    nicht nie niemand nichts so also allerdings bereits besonders etwa ebenso ferner immerhin insgesamt möglicherweise natürlich vielleicht wahrscheinlich weitere weiter zwar
    anschließend dadurch somit hierzu hierbei hinzu bislang bisher derzeit gleichzeitig erst`,
  openers: 'am an im in um gegen seit vor nach ab bis zum zur von auf bei',
  continues: 'januar jänner februar märz april mai juni juli august september oktober november dezember uhr',
  ordinals: true,
};
