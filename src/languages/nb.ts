import type { Language } from './language.ts';

/** Norwegian Bokmål. */
export const language: Language = {
  doubles: 'det som den de man så nei ja i',
  doublesAfterComma: 'det den de',
  neighbours: ['da', 'sv'],
  telling: {
    words: `
    og i jeg det at en et den til er som på de med han av ikke ikkje der så var meg seg men ett har om vi min mitt ha hadde hun nå
    over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv her alle vil bli ble blei blir blitt kunne inn når
    være kom noen noe ville dere deres kun ja etter ned skulle denne for deg si sine sitt mot å meget hvorfor dette disse uten hvordan
    ingen din ditt samme hvilken hvilke sånn inni mellom vår hver hvem vors hvis både bare enn fordi før mange også slik vært begge
    siden henne hennes sier sa gjør gjøre gjorde gjort får fikk få gir gi ga tar tok tatt går gikk gått ser sett kommer uke uken år
    dag dager mye mer mest flere fleste annen annet andre hos gjennom likevel derfor alltid aldri igjen fortsatt mens under rundt
    ettersom allerede blant må måtte bør burde gjerne fjerne hjerne stjerne moderne verne interne eksterne glede tilstede hvert
    ekspert konsert alvor arv bruker brukes bruk brukt gate søke søker bok bøker språk åpen åpne skip løp fot mat ute vite vet vekk
    sette satt legge lagt lå stor store stort liten lite små mann menn vann full fulle kvinne kvinner venn venner fylke landet verden
    regjeringen statsminister politiet ifølge ettermiddag kveld morgen natt sammen hverandre nærmere eneste fredag lørdag søndag
    mandag tirsdag onsdag torsdag januar februar mars april mai juni juli august september oktober november desember rett retten
    rettigheter frihet likhet lov loven rettferdig ethvert enhver offentlig beskyttelse samfunn samfunnet statens krav familien
    aksjer aller alliansen alliansens angir annerledes åpenbart åpner åpnes åpnet åra artene assistentene åtte ba bakgården
    balanse barna barnevernet be bedriftenes begrenset begynner begynt begynte bekreftelse bekrefter bekreftet benekter ber
    bergverksdrift besøk best beste besvarte bety betyr bevisene bevisst bidra bildet boka bøkene bokstav bosetting bra bransjen
    bruke brukte bryter bygda cruiseskipet deltakelse deltakelsen dempe dessuten detalj døra dra drar dro elevene enda endre
    endret endring endringer engasjement engasjerte engler esker etasje evnene fallet falt familiene fant fedre felles ferd
    ferdig ferskvannsfisk fjellet flate flertallsregjering folkeopplysning forbudet foreldre foreldrene foretrekker
    forhandlingene forlagssjef forlate forlengst fornye forsøk forsøkt forsøkte fortelle forteller fortere fortsette fortsetter
    forurensende forurensning forutsetning fram framstår fremst fremste frukt frykter fryktet fullstendig fullt funnet
    fylkesmannen gasskraft gasskraftverk gater gitar gitaren gitarene gitarer gjelde gjeldende gjelder gjerningsmannen gjestene
    gjøres gleder grunnen grunner grunnlag grunnlov håndgemeng håp håper harde hardt havbruk helga helhetlig helvete henda
    hendelsen hendene henger hevder hjelp hjelpe hjelper hodeskadene hodet hønene hundre hvite imellom imot instrumentene
    intensivavdelingen intervju isolerte ivareta jævlig jakt jenta jentene jf kai kaller kalte kampbildet kamper kapasitet klær
    klarte klokka kommenterte konkurransedyktig konsekvensene krefter krenket krevde kreve krevende krever kulturminne
    kulturminner kupplederen kvelden kveldens kvinnene landbruk landsmøtet lar låt låtene låter legger legges lenge lenger
    lengste lese lesning lest leste levedyktig likestilling liksom løpet lot lua lufta lukter lurt makt makten maktet
    målbevisste mangfold mannen måte måten mediene meningene meningsmålingene merker mesteparten midi mikrofonene
    miljøvernreglene minner minst minste mote møte møtebordet møter møtes møtet motevisning motstanden mottok motvirke muligens
    museene næringsutvikling naturinngrep nekte nektet neppe nevrokirurg nevrokirurgisk nr øke økende øker økt økte omgivelsene
    øvd overgrep overhengende overhodet overvåking pågrepet pågripelsen påpeker pappa partiene pasienter peker penger periodene
    planene plikt plutselig polarrev potensielt preg preges preget presentere president presidenten presidentens
    pressekonferanse pressekonferanser produsere prosent prosjektet prøvde puben pubene puber pusse pussig redusere regjere
    regjering regjeringsalternativ regjeringsalternativene regjeringsalternativer regjeringskontorene regjeringspartiene
    regjeringspartnerne regjeringsspørsmålet rehabiliteringssenteret rekke rekker rekkevidde representant representanter
    representerer ressursene ressurser resultatene rettslige rettssaka riktig riktignok ringte rommet rope roper rykter såkalt
    saken sakene saker samfunnets sammenhengen sant sel selvkomponerte selvtillit senke sentrum sesong settes sidene sikte
    siktet sist siste sitte sittende sitter sittet sivile sjef sjefen sjelden sjøpattedyr sjøterritoriet skadene skape skapt
    skapte skipet skitne skremmende skremt skriker skylappene slike slikt sliter slo snø søkelys sola soldatene sosial sosiale
    sosialistene sosialistisk sosialistiske spennende spesielt spillserien spilte spør spørres spørretime spørretimen spørsmål
    spørsmålet sprenge spretter statlig statlige sterk sterke sterkere sterkeste sterkt stilt sto stortingsrepresentant støte
    strafferettslige stua svak svarte sykefraværet sykehuset ta tapt tas tenke tenker tenkning tenkt tenkte tida tilbake
    tilbakeholden tillatelse tillit tilliten tillitsvalgte tillot tilstrekkelig tiltak tingretten tittelen toleranse treffes
    trene trener trenger trenges trening triks trodde trommene trommesettet tuaregene tusen tvert tvil uaktet uavhengig uka
    ukeavisen ukene uker ulike undersøkelse understreker unna unngå unnskyldning usanne valgkampinnspurten våpen våre vårt
    vedtak veggen vekst vekt veldig velge velger velgere velgerne venninne verdenscupen verdiskaping verdt verk verket
    verneområder verre verste vesentlig veske videreutvikle viktig viktige viktigere viktigste vilt vinne vinner
    virkelighetsoppfatning visste vitne vitnesbyrd vokste vondt ytterligere`,
    shape: /([bdfgklmnprst])\1$|sjon|het(?:en|er|ene|s|ens)?$|øy|skap(?:et|er|s)?$|ei|kj|gje[nv]|^(?:av|ut|opp|inn|etter)|[^vk]ert$/,
  },
  detectedAs: 'no',
  length: { ratio: 1.02, spread: 1 },
  sentences: {
    joins: `
    dr prof hr frk sr cand stud lic adv ing siv.ing oberst gen kapt maj lt løyt st kgl
    bl.a f.eks ca d.v.s dvs ekskl inkl evt fhv ifm iflg ift i.f.m i.f.t jf jfr m.h.t mht maks nåv opr p.g.a pga pr resp t.o.m tilsv vedr div avd alm ang utg overs dir kl hhv mtp`,
    numbers:
      'jan feb apr jun jul aug sep sept okt nov des nr s side fig tab kap art kr mill mrd tus km cm mm kg mg ml ha min sek tlf tel bd årg § avs pkt stk kl',
    may: 'a/s jr sr f.kr e.kr co',
    ends: 'osv o.s.v m.v mv m.m mm m.fl mfl etc o.l ol o.a',
    starters: `
    den det de en et ei denne dette disse han hun vi jeg du man hans hennes deres vår min ingen alle alt hver mange noen flere andre begge
    og men eller for likevel også bare selv dessuten derfor dermed deretter da så der her nå i dag går senere tidligere
    på til fra med ved av etter før under over om mellom uten siden ifølge tross mot hos
    hvis når fordi mens hva hvem hvor hvordan hvorfor hvilken er var blir ble har hadde kan kunne skal skulle vil ville må ikke aldri intet kanskje endelig`,
    openers: 'i kl på om ved etter før rundt fra siden',
    continues: 'januar februar mars april mai juni juli august september oktober november desember',
    ordinals: true,
  },
  numbers: {
    percent: 'prosent|pst',
    speller: 'nb-NO',
    words: {
      0.5: 'halv',
      1: 'en\\b|ei\\b|et\\b|én|ett|først|eneste',
      1.5: 'halvannen',
      2: 'to\\b|andre|begge|dobbel|par\\b',
      3: 'tre|tredj',
      4: 'fire|fjerde',
      5: 'fem',
      6: 'seks|sjett',
      7: 'sju|syv',
      8: 'åtte',
      9: 'ni',
      10: 'ti\\b|tiend|tiår',
      12: 'tolv|dusin',
      100: 'hundre|århundre',
      1000: 'tusen',
    },
    scales: [
      [1e9, 'milliard(?:er)?|mrd\\.?'],
      [1e6, 'million(?:er)?|mill\\.?'],
      [1e3, 'tusen'],
      [1e12, 'billion(?:er)?'],
    ],
  },
};
