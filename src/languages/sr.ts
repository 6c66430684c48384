import type { Language } from './language.ts';

/** Serbian. */
export const language: Language = {
  neighbours: ['hr'],
  telling: {
    words: `
    i a ali ili u na s sa za od do iz po pri pod nad među između kroz bez zbog prema oko protiv tokom nakon pre posle uprkos je su sam
    si smo ste bio bila bilo bili biti biće će ću nije nisu ima imaju imao može mogu moglo treba da što šta ko kako kada kad ako jer
    nego niti pa te takođe već još samo čak vrlo veoma više manje koji koja koje kojeg kojem kojoj kojih kojim gde negde svuda svugde
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
    područje`,
    shape:
      /^(?:(?:ne|po|pro|u|iz|za|na|pri|raz|od|pre|ob)?(?:ver[aeiouns]|mer[aeiu]|mest|men[aeijiu]|del[aeioujn]|videl|vide[tln]|vred|sled|sleđ|sed[aei]|sedn|sek[ao]|smer|smen|sve[tć]|stra?nam|tera|živel|živet|živeo|savet|zvezd|pes[mn]|pobed|beg[aelu]|bež[aei]|bel[aeiuož]|le[pv][aeiou]|cel[aeiou]|cen[aeiju]|cve[tć]|čove|reš[aei]|reč[aeijn]|mes[ae]c|mle[kč]|nem[ac][čcik]|nasle|posle|sever|sne[gž]|sveđ|sve[žd]|telo|tel[aeu]$|teles|uspe|ve[kč]ov|vetr|vetar|vežb|zahtev|susre?d|sused|seć|seme|senk|sen[aeci]|osvet|oseć|raz?ume[veo]|hte[lot]|dete|det[ei]|devoj|ne(?:delj)|pre(?:dlog|ds?ed)|bezbed|obezb|obave[šz]))|prole[ćt]|^leto$|^letn|opšt|zavisn|uti[cč]a|uhap[sš]|krivičn|obavez|plata?$|saobra|milion|procen[at]|hrišćan|hirur|hemij|finans|izova[tnlo]|ikova[tnlo]|preduze|poslani[kc]|uslov|^sistem|istorij|^evrop|saopšt|hiljad|fudbal|porodic|univerz|budžet|muzi[kč]|pozoriš|naučn|učestv|^ličn|štampa|bioskop|spolj|^tač[kn]|poreklo|porekl|veroispov|predsed|sused|primen|promen|izmen|zamen|namen|poslednj|^(?:vest(?:i|ima)?|rek[aeiu]|dec[aeiou]|decom|decu)$/,
  },
  detectedIn: 'Cyrillic',
  scripts: ['Cyrillic', 'Latin'],
  length: { ratio: 0.98, spread: 1.1 },
  sentences: {
    joins: `
    проф др мр акад инж арх адв пук кап мај пор г-ђа г-дин св ул бул бр нпр тј тзв в.д уп ср изд прим доц
    prof dr mr akad inž arh adv puk kap maj por g-đa g-din sv ul bul npr tj tzv v.d up ur izd prim doc dipl`,
    numbers: 'дин км цм мм кг мин сек тел стр сл бр чл din km cm mm kg min sek tel str sl br čl',
    may: 'млн млрд хиљ mln mlrd hilj gen ген год г в god g v',
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
