import type { Language } from './language.ts';

/** Serbian. */
export const language: Language = {
  neighbours: ['hr'],
  telling: {
    words: `
    i a ali ili u na s sa za od do iz po pri pod nad među između kroz bez zbog prema oko protiv tokom nakon pre posle uprkos je su sam
    si smo ste bio bila bilo bili biti biće će ću nije nisu ima imaju imao može mogu moglo treba da što šta ko kada ako jer
    nego niti pa takođe već još samo čak vrlo veoma više manje koji koja koje kojeg kojem kojoj kojih kojim gde negde svuda svugde
    kuda zašto koliko kakav ovaj ova ovo ovi ove ovog ovom taj ta to tog tom tih onaj njegov njen njena njeno njihov nas nam vas vam
    on ona ono oni mi vi ja svoj svoje svoju svojih se mu joj ih im svi sve svih svako neko niko iko svaki svaka svakog drugi druge
    mnogi nekoliko neki prvi dva dve tri obe godina godine godinu dan dana ljudi rekao rekla kazao danas juče sutra sada ovde onde
    tamo tada uvek nikada evro evra januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra januar
    februar mart april maj jun jul avgust septembar oktobar novembar decembar uopšte opšte delimično shodno ceo reč hleb voz vazduh
    avion ostrvo gas stanica fabrika apoteka fudbal pozorište muzika kompozitor nauka naučnik istorija privreda budžet kompanija
    preduzeće akcija centralni glavni stanovništvo štab vojska policija zvaničnik izveštaj saopštenje sigurno naprimer prošle sledeće
    sledeći usled dešava odluka lična lično lične lični bezbednost bezbednosti učestvuje učestvovati objekat subjekat projekat
    podjednako podjednaka lice lica licu vek veka sme smeju ume umeju objekta subjekta objekti subjekti pošto podrazumevano kafa uvo
    suvo saobraćaj lekar sekretar poslanik poslanici skupština portparol sat sata sati promet članak članka lani dakako iduće idući
    sabor cesta zahtijeva protest pasoš konkurs stepen čas poput milion miliona milioni milijarda milijardi procenat kod mesec meseca
    meseci nedelja krivični krivična krivičnog advokat obaveza obaveze plata plate platu daće imaće moraće nijedan nijedna nijedno
    područje skoro region regiona regionu`,
    stems: `
    ^posle$ ^svetl ^poređenj ^poredi ^uporedi ^upored ^ličn sertifik ^lider ^sugeris ^sugeriš ^prevazi ^izvin ^pozajm ^bezob
    ^holandsk ^odsustv ^prisustv ^trotoar ^makaz ^pasulj ^sijalic ^šargarep ^šerpa ^ašov ^čaršav ^kašik ^viljušk ^komšij ^drugarst
    ^pre$ ^ovde$ ^gde$ negde nigde ^onde$ uvek$ ^juče$ ^takođe$ ^niko$ ^iko$ ^ko$ čovek čoveč ^vreme$ ^mesto$ ^mesta$ ^mestu$
    ^mestom$ umesto namešt smešt primeću primeti ^deo$ ^udeo$ ^delim podel nedelj ^delo$ ^dela$ ^delu$ ^delov ^delat odelj uspeh
    uspešn uspeva uspel uspeo ^reč$ ^reči$ ^rečju$ ^rečima$ ^rečni ^vek$ ^veka$ ^veku$ ^vekov ^ceo$ ^cela$ ^celu$ ^celi$ ^celog
    ^celo ^cena$ ^cene$ ^ceni$ ^cenu$ ^cenom$ ^cenam ocen ^bele$ ^belog ^lepo$ ^lep$ ^lepa$ ^lepe$ ^lepi$ ^lepu$ lepš hleb mlek
    mesec ^seme$ svetsk svesn savest savet zahtev pobed pobeđ ubed ubeđ bezbe izbeg pobeg ^dete$ ^detet ^deca$ ^dece$ ^deci$ ^decu$
    ^decom$ devoj ^deča ^dečj sledeć posledic posledn ^sledi ^slede ^usled nasled ^sledil opšt vešt utica ^utič učestv učesni
    predsed ^sedišt ^sedni ^sused ^srećan ^sme$ ^smeju ^smel razumev razumel ^hteo ^htel ^želel ^želeo ^volel ^voleo ^videl ^videti
    ^videće ^živel ^živet ^živeo letnj proleć ^večn ^namer ^primer ^mera$ ^mere$ ^meri$ ^meru$ ^merom ^merama razmer ^izmer promen
    izmen zamen ^menja primen ^smer$ usmer ^smeru ^smern ^svež ^vera$ ^verom verov poveren ^uver proveri ^vernik ^vestima zvezd
    ^senk ^stena$ pesm pesni ^peva pevač ^pešak ^terat ^tera$ ^telo$ ^tela$ ^telu$ ^telom telesn vetar vetr ^venč vežb cvet ^cepa
    ^levo$ ^leva$ ^leve$ ^levi$ ^levic ^lek$ ^leka$ ^leko lekar ^leči lečen rešen rešav ^reka$ ^reke$ ^rekom sneg ^greh strelj
    ^poset poseti prosek proseč beležen obelež zabelež ^beleži sarađ saradn ^ostrv vazduh hiljad milion$ miliona$ milione ^odsto$
    januar februar ^avgust septemb ^oktob novemb decemb ^aprila$ ^juna$ ^jula$ ^jun$ ^jul$ ^evro$ ^evra$ hrišćan hemij ^haos hirur
    istorij pozoriš fudbal štamp ^nauke$ naučn univerzitet kancelarij izova informisa kontrolisa regulisa reagova interesova finansi
    cioni$ ciona$ cione$ ciono$ cionog cionom zvanič učešć preduze ^obezb spoljn sopstven porodic ubistv ^odbran ^ubica ^ubice
    takmič snabdev uslov ^uprkos podseć podset ^sredu$ svedo ^sudija$ ^sudije$ ^sudij tužioc berz ^ćerk ^ćut ^kafu$ ^duvan ^gluv
    kuva vaspit želez ^pretnj ^predlog prevoz izneo ^odneo ^doneti ^donela doneo doneli ^vred ^mleč mešan ^meša sreda saglas sednic
    saobrać krivičn ^dobija ^dobijen ^imaće ^umes deceni ^unapred ^osetl ^osetio ^osećan ^osećaj ^severn tioc ^julu$ ^junu$ ^aprilu$
    ^martu$ ^maju$ ^aprilsk ^junsk ^julsk nezavisn zavisnost reši portparol ^poslani konkurs muzič ^voz$ ^voza$ ^vozu$ fabrik
    akcionar ^plata$ ^platu$ ^platama ^platom zemljotres sprovođ ^pomenu ^pominj savremen saosećaj dejstv uhapš bežan ^supa$ ^supu$
    oficir ^nivo$ ^nivou$ ^nivoa$ ^nivoi reditelj glasanj posmatra ^čitalac ^čitaoc ^gledaoc ^nosilac ^nosioc ^slušaoc sledbeni
    povređen prosvet premeš mešovit ^nemi ^slep ^slepi ^gnev ^venča ekspertiz ^telima$ uhaps ^evro tačk podstic podstak kiseonik
    vodonik insulin vođstv ^retki$ ^retko$ rizikuj kritikuj ^namen`,
    likelyStems: `
    ^mestim ^mesti izmešt primetn uspe$ ^belih ^svest$ ^svesti$ ^begu izbeć potpredsed zasedan ^letos ^uveče$ ^vere$ gnezd ^stene
    ^peške oseć celokup ^vozov milioni$ procenat ^tokom$ ^marta$ bioskop definisa cionih cionim ^šampion ^sprove obavez ^zavis
    ^srede$ ^sudiji$ ^sudiju tužila budžet ^penzi spisak pasoš prevod ^uneo ^poneo ^preneo ^podneo ^vredn ^vredi zapovest ^biće$
    ^moraće unapređ primeće ^veru$ funkcionisa cionoj vakcin premešt raspodel spisku ^posle ^procenta prekjuče dosledn ^nevreme$
    haotič ^nauka$ ^nauku$ ^inostran pirinač ^kritikovan ^veče$ ^trebaće$ ^povred unapredi ekspert muzik ambasad delegacij ^privred
    sistem hapš mašin ^ka$ ^svuda ^trci$ ^trka$ ^trku$ sprečit sprečav komesar unutrašnji$ unutrašnjih omladin reciklaž`,
    names: `
    ^evrop ^nemač ^nemac ^nemic ^holan ^rumunij ^rumunsk ^kipar ^kiparsk ^švajcar ^španij ^avganist ^atin ^jevrej ^predsed ^savet
    ^januar ^februar ^avgust ^septemb ^oktob ^novemb ^decemb ^svetsk ^italijan ^hrist`,
    phrases: [
      // A modal verb with a clause instead of an infinitive: `mogu da kažu`, `treba danas da odluči`.
      [
        /(?<!\p{L})(?:mo[gžć]\p{L}*|treb[ao]\p{L}*|mora\p{L}*|žel[ieo]\p{L}*|hoć\p{L}*|hte[lo]\p{L}*|neć\p{L}+|počin\p{L}+|poč[en]\p{L}+|nastav\p{L}+|pokuš[ao]\p{L}*|uspe\p{L}+|duž[na]\p{L}*|sprem\p{L}+|odbij?[ao]\p{L}*|prest[ao]\p{L}*|prist[ao]\p{L}*|sposob\p{L}*|u stanju)\s+(?:(?!\p{L}+(?:ti|ći)\s)\p{L}+\s+)?da(?!\p{L})/giu,
        3.2,
      ],
      // Verbs in `-isati` of foreign ones, and the future in one word (`moraće`).
      [/(?<!\p{L})\p{Ll}{3,}[nrltm]is(?:a[ol]|al[aio]|an[aeiou]?|anj\p{Ll}+|anih|anim|ati)(?!\p{L})/gu, 2.4],
      [/(?<!\p{L})(?!pla[ćc]|domać|brać|krać|zadać)\p{Ll}{2,}a(?:će|ću|ćemo|ćete)(?!\p{L})/gu, 1.6],
      // `će da radi`, and no infinitive before it.
      [/(?<!(?:[tć]i|t)\s)(?<!\p{L})(?:ću|ćeš|će|ćemo|ćete)\sda(?!\p{L})/gu, 2.4],
      [/(?<!\p{L})da\sli(?!\p{L})/giu, 1],
      [/(?<!\p{L})sa\s(?![szšžSZŠŽ\d])/gu, 1.6],
    ],
  },
  detectedIn: 'Cyrillic',
  scripts: ['Cyrillic', 'Latin'],
  length: { ratio: 0.98, spread: 1.1 },
  sentences: {
    joins: `
    проф др мр акад инж арх адв пук кап мај пор г-ђа г-дин св ул бул бр нпр тј тзв в.д уп ср изд прим доц
    prof dr mr akad inž arh adv puk kap maj por g-đa g-din sv ul bul npr tj tzv v.d up ur izd prim doc dipl`,
    numbers: 'tab pogl gl таб погл гл дин км цм мм кг мин сек тел стр сл бр чл din km cm mm kg min sek tel str sl br čl',
    may: 'п.н.е н.е пр.хр p.n.e n.e pr.n.e млн млрд хиљ mln mlrd hilj gen ген год г в god g v',
    ends: 'итд и.др и.сл др itd i.dr i.sl',
    starters: `
    а али и или међутим зато јер ако када док иако такође он она оно они ми ви ти ја овај ова ово ови тај та то тако ту тамо тада сада потом после пре
    у на за са из до од под над између кроз без по око према упркос због што ко где како зашто колико који сви сваки неки други многи не још већ само чак данас јуче сутра
    a ali i ili međutim zato jer ako kada dok iako takođe on ona ono oni mi vi ti ja ovaj ova ovo ovi taj ta to tako tu tamo tada sada potom posle pre
    u na za sa iz do od pod nad između kroz bez po oko prema uprkos zbog što ko gde kako zašto koliko koji svi svaki neki drugi mnogi ne još već samo čak danas juče sutra je su`,
    ordinals: true,
    vowelless: true,
  },
  numbers: {
    percent: 'posto|odsto|посто|одсто|процен|procen',
    speller: 'sr-Cyrl-RS',
    words: {
      1: 'jed[an]|prv|јед[ан]|прв',
      2: 'dva|dve|dvije|drug|ob[ae]|dvoj|два|две|друг|об[ае]|двој',
      3: 'tri|treć|troj|три|трећ|трој',
      4: 'čet|чет',
      5: 'pet|пет',
      6: 'šest|шест',
      7: 'sed|сед',
      8: 'osa?m|оса?м',
      9: 'devet|девет',
      10: 'deset|десет|деценија|decenij|desetljeć',
      12: 'dvana|двана',
      0.5: 'pol|пол',
      100: 'sto|сто|stot|век|vijek|vek|stoljeć',
      1000: 'hiljad|tisuć|хиљад',
    },
    scales: [
      [1e9, 'милијард\\p{L}*|milijard\\p{L}*|mlrd\\.?'],
      [1e6, 'милион\\p{L}*|milij?un\\p{L}*|milion\\p{L}*|mil\\.'],
      [1e3, 'хиљад\\p{L}*|hiljad\\p{L}*|tisuć\\p{L}*'],
      [1e12, 'билион\\p{L}*|bilijun\\p{L}*'],
    ],
  },
};
