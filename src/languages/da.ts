import type { Language } from './language.ts';

/** Danish. */
export const language: Language = {
  doubles: 'det der som den de man så nej ja i',
  doublesAfterComma: 'det den de der',
  neighbours: ['nb', 'sv'],
  telling: {
    words: `
    og i jeg det at en et den til er som på de med han af ikke der så var mig sig men har om vi min mit have havde hun nu over da ved
    fra du ud sin dem os op man kan hans hvor eller hvad skal selv her alle vil blive blev bliver blevet kunne ind når være kom nogen
    noget nogle ville jer deres kun ja efter ned skulle denne for dig sige sine sit mod meget hvorfor dette disse uden hvordan ingen
    din dit samme hvilken hvilke sådan mellem vores hver hvem hvis både bare end fordi før mange også været begge siden hende hendes
    siger sagde gør gøre gjorde gjort får fik få giver give gav tager tage tog taget går gik gået ser set kommer uge ugen år dag dage
    mere mest flere fleste anden andet andre hos gennem alligevel derfor altid aldrig igen stadig mens under omkring allerede blandt
    må måtte bør burde haft ad hvert ekspert koncert bruger bruges brug brugt gade søge søger søgt bog bøger sprog åben åbne skib løb
    fod mad ude vide væk sætte sat lægge lagt lå stor store stort lille lidt små mand mænd vand fuld fulde kvinde kvinder ven venner
    landet verden regeringen statsminister politiet ifølge eftermiddag aften morgen nat sammen hinanden længere nærmere eneste fredag
    lørdag søndag mandag tirsdag onsdag torsdag januar februar marts april maj juni juli august september oktober november december
    ret retten rettigheder frihed lighed lov loven retfærdig ethvert enhver offentlig beskyttelse samfund samfundet statens krav
    familien alvor arv`,
    shape:
      /æ[^r]|øj|ej|[ts]ion|hed(?:en|er|erne|s|ens)?$|skab(?:et|er|s)?$|^(?:af[^fr]|ud|op[^pe]|ind[^iu]|efter)|(?:ede|eret|igt|erne|ernes)$/,
  },
  length: { ratio: 1.07, spread: 1.1 },
  sentences: {
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
  },
  numbers: {
    speller: 'da-DK',
    words: {
      0.5: 'halv',
      1: 'en\\b|et\\b|én|ét|først|eneste',
      1.5: 'halvanden',
      2: 'to\\b|anden|andet|begge|dobbel|par\\b',
      3: 'tre|tredj',
      4: 'fire|fjerde',
      5: 'fem',
      6: 'seks|sjett',
      7: 'syv',
      8: 'otte',
      9: 'ni',
      10: 'ti\\b|tiend|årti',
      12: 'tolv|dusin',
      100: 'hundred|århundred',
      1000: 'tusind',
    },
    scales: [
      [1e9, 'milliard(?:er)?|mia\\.?|mrd\\.?'],
      [1e6, 'million(?:er)?|mio\\.?'],
      [1e3, 'tusind|t\\.'],
      [1e12, 'billion(?:er)?'],
    ],
  },
};
