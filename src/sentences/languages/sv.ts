import type { SentenceLanguage } from '../language.ts';

export const sv: SentenceLanguage = {
  joins: `
    dr prof hr frk ing civ.ing överste gen kapt löjtn st kgl
    bl.a t.ex d.v.s dvs s.k m.a.o t.o.m p.g.a pga ca c:a resp ev exkl inkl f.d f.n f.ö i.o.m i.st jfr jmf äv avd alm ang utg övers förf vd fr.o.m div enl
    bitr st.f v.g p.r`,
  numbers:
    'jan feb apr jun jul aug sep sept okt nov dec max nr s sid fig tab kap art kr milj mrd tkr mkr km cm mm kg mg ml ha min sek tel bd årg st kl § mom pkt',
  may: 'jr sr f.kr e.kr fvt evt co',
  ends: 'osv o.s.v m.m mm m.fl mfl etc o.d o.dyl',
  starters: `
    den det de en ett denna detta dessa han hon vi ni jag du man hans hennes deras vår min ingen alla allt varje många några flera andra båda
    och men eller för dock också bara även dessutom därför därmed därefter ändå då så där här nu idag igår senare tidigare i på till från med vid av efter före under över om mellan utan sedan enligt trots mot hos
    när eftersom medan vad vem var hur varför vilken är blir blev har hade kan kunde ska skulle vill ville måste inte aldrig inget kanske slutligen`,
  openers: 'i kl på om vid efter före runt från sedan den',
};
