import type { SentenceLanguage } from '../language.ts';

export const da: SentenceLanguage = {
  joins: `
    dr prof hr frk sr mag cand stud lic adv ing arkit oberst kapt lt løjt skt st kgl
    bl.a f.eks feks ca cirka d.v.s dvs ekskl inkl evt fx fhv hhv ifm iflg if ift i.f.m i.f.t jf jvf m.h.t mht maks nuv opr pga p.g.a pr resp sml s.u
    t.h t.o.m tilsv u.a v.h.a vedr vh div forsk afd alm ang angl beg bem betegn bibl gr norsk sv udg overs
    mr mrs dir kl`,
  numbers:
    'jan feb apr jun jul aug sep sept okt nov dec nr nrs s side sider fig tab kap art stk kr mio mia mill tus km cm mm kg mg ml ha min sek tlf tel fax bd årg § afs litra kl',
  may: 'gen a/s aps jr sr f.kr e.kr co u.s',
  times: 'a.m p.m',
  ends: 'osv o.s.v m.v mv m.m mm m.fl mfl etc o.l ol o.lign o.a',
  starters: `
    den det de en et denne dette disse han hun vi i jeg du man hans hendes deres vores min din ingen alle alt hver mange nogle flere andre begge
    og men eller for dog også kun selv desuden derudover derfor dermed derefter alligevel da så der her nu dag går senere tidligere
    på til fra med ved af efter før under over om mellem uden siden ifølge trods mod hos
    hvis når fordi mens selvom hvad hvem hvor hvordan hvorfor hvilken er var bliver blev har havde kan kunne skal skulle vil ville må
    ikke aldrig intet måske endelig`,
  openers: 'at i kl på om ved efter før omkring fra siden den in on',
  continues: 'januar februar marts april maj juni juli august september oktober november december',
  ordinals: true,
};
