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
    familien alvor arv
    åbenbart absolut accepteres adelsmærke agter agtige aktier allesammen alliancen almindelige alting alverdens ambulancehorn
    anerkendelse angribe annoncer ansat ansigtsløftning ansøgninger årsag årsagen årsager artiklen båden bagefter baggrund
    baglokalet ballonen banebrydende barndomsveninder bedste begået begynder begyndt begyndte bekendelser bekendt bekendte
    bekendtskabskredsen beløb beløbet bemærket benzin besat besked besøg besøge bestået bestyrelsesformand betragtning betyder
    betydet bevidst blodbøgen blodomløb bøfdrenge bøffer bogstaver bolden boligindretning børn børnene bristefærdig broen brønd
    brudt brudte bruge brugte bryder bugt butik censors central centrale chance chef chefen cifrene cigaret civilforsvaret
    civilforsvarets courgette cyklende dagpenge dannedes danskeres debat deltog dén departementschef derimod derinde desuden
    drak drenge drengeår dybt dygtig dynevår endnu endvidere engagement engagementet erhverve erhvervsliv erhvervslivet erkendt
    eventuel fabrik færdig fået fandt fedt fedtsyrer filmskuespillerinde finanslovforslag finde finder fingerpeg firmaer flade
    flådeindsatsen flot fluers flydt flygte flygtige flygtninge flystyrtet flyvevåben fodbold fodboldmillionærer folkeafstemning
    forbrug foreslog foretages foretaget forfølgelsesvanvid forhandlingsklimaets forkert forlig forløber formåen formand
    formanden forrygende forsigtige forskel forskellig forskellige forsøg forsøges forsøgt forsøgte forsvinder fortvivlelse
    fortyndes forudset frasortere fremgik fremkaldte fremmødte frigørende frimærker frit frugtbare fuldt fynske gab gadebilledet
    gaden gartneribruget genkende gennemførelsen gennemoplevet gennemprøvet gennemsnit gentagne gentog gerningsmanden
    gerningstidspunktet giftaffaldet givet gøres gribe grundlag guitarister håbe håber halsrem håndkøb handlingsforløbet
    handsker hedder hensigten hér hidsige hidtil hinandens hinde hjemmeværn hobetal hotelovernatning hovedet huskat
    hverdagsbiler hvid hvides hvidgule hvornår iagttagelser identificere igennem ildkugle imellem imod jeres joint julemanden
    kærtegne kameraer kanaløer kasketter kende kendelser kender kernemodeller klub knap købe køber købere købte kød kødet køkken
    køle køleren kommercielle kompliceres køn konference kontaktnet kontrabas kontrol køre kredse krigstidsforhold krogen
    kuffertlåget kunsthåndværk kuponen kvindelige lærestreg lagner landbruget landbrugskollektivets landflygtige langdistance
    levnedsmiddelkontrollens lige ligefrem ligeledes løbende løber løbet lod luder lunser måde måder mærke mafiaens magt
    magtfuldt majs målmandsskiftet manden mands manglen måske medicinindtagelsen midterpartier minariner mindelser
    mindretalsregering mindst minut mødet modsatte modstandere modstanderen modtage modtager modtaget mødte mødtes modvirke
    modvirker mormoderen mosaik musical musik musiksmag myndighedsorganer narkomisbrug navneskilte navngivne nedbrydes netop
    nogenlunde nogensinde nøgne nuværende nyhedsbureau nytår offentliggør officielle øget olieraffinaderier omgivet ørige osse
    overblik overgivet overportørens oversat overset overskydende overvandt påbegyndt papirklip parringsritual peberfrugt
    pegende pelsværk pige pigens piger pilgrimme pjat placering plade plads pladsen plastikstykker pludselig plus politichefens
    politik portørgruppe pres procent producentlande projektet provokatørs provokerende råbende råbte racerkører racerkøreren
    raids råolie ratificere rekruttid repertoiret ressourcer retsbelæring retsformanden retskrav rigtig rigtige roadracings
    rockplader rod røg rum ryg rygere sad særaftalen sagkyndig såkaldte samfunds samfundshusholdningen samfundsøkonomi samlever
    sammenstød sange saxofonisten selskabets serviceniveau sgu sidst sidste sigtet sinde sjovt skabe skaben skærende ske sker
    skete skibe skibet skippe skitse skitsere skønnet skør skovbruget skovbund skovstier skovturen skyggefuldt slattent slog
    smager smertefuldt smide smøger snemobil snub socialdemokrat sociale søgelys søgen søgte solsikkeolie spand specialister
    specielt spegepølser spillefacon spindende sponsorluftlag spørgende spørgsmål spørgsmålene sportsgrene sprøde sprogkursus
    spurgte stærke stærkere stærkt stået stegt støde stødpude stof stoflige stop straf strafansvar succesfulde succesrige
    sundhedsfarlige svagt svendeprøver sydfynboer syge sygehusets sygehussektoren sygestue symaskine tabere tabte tages taktik
    tåspidser tavse tilbage tilbageholdt tilbageslag tilbagevendte tilbyde tilkaldt tilladelse tilladt tilsølet tilsyneladende
    tilvokset tobaksrygning topstykke topstykket trak transfersystem trinde trods troet turdet tusinder tværs tvivl tyk uanset
    ubegribelige uger ukendt underbevidst underskud undersøgelse undersøgelser undersøgte understrege undgår undtagelse undtagen
    undvære urafstemning uvidende uvildig våben værdier værdifulde værkstedet værnepligtig værste vaginas vagthundene
    valgmatematik vedtaget veninde veninden venlig videregav videreuddanne vidste vidtstrakt vigtig vigtige vigtigste vore
    yderligere ydmygende zone`,
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
    percent: 'procent|pct',
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
