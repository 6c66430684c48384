import type { Language } from './language.ts';
import { language as sr } from './sr.ts';

/** Croatian. */
export const language: Language = {
  neighbours: ['sr'],
  telling: {
    words: `
    i a ali ili u na s sa za od do iz po pri pod nad među između kroz bez zbog prema oko protiv tijekom nakon prije poslije unatoč je
    su sam si smo ste bio bila bilo bili biti bit će ću nije nisu ima imaju imao može mogu moglo treba da što tko kako kada kad ako
    jer nego niti pa te također već još samo čak vrlo više manje koji koja koje kojeg kojem kojoj kojih kojim gdje negdje svugdje kamo
    zašto koliko kakav ovaj ova ovo ovi ove ovog ovom taj ta to tog tom tih onaj njegov njezin njezina njezino njihov nas nam vas vam
    on ona ono oni mi vi ja svoj svoje svoju svojih se mu joj ih im svi sve svih svatko netko nitko itko svaki svaka svakog drugi
    druge mnogi nekoliko neki prvi dva dvije tri obje godina godine godinu dan dana ljudi rekao rekla kazao danas jučer sutra sada
    ovdje ondje tamo tada uvijek nikada euro eura siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada
    studenoga studenog prosinca siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac glede
    uopće općenito djelomice sukladno cijeli riječ kruh vlak zrak zrakoplov otok plin kolodvor tvornica ljekarna nogomet kazalište
    glazba skladatelj knjižnica znanost znanstvenik povijest gospodarstvo proračun tvrtka dionica dionice središnji glavni pučanstvo
    stanovništvo žitelji stožer postrojba vojska redarstvo dužnosnik izvješće priopćenje zasigurno primjerice napose doduše dakako
    lani iduće idući sljedeći zahtijeva zbiva odluka osobna osobno osobne osobni sigurnost sigurnosti sigurnosna sudjeluje sudjelovati
    objekt objekta subjekt projekt podjednako podjednaka izjednačiti odjednom objekti subjekti njen njena nijedan nijedna nijedno
    područje objekata policija policije policiji kompanija kompanije akcija akcije centralni stanica stanice avion gas kompozitor
    sigurno prošle skupština lice lica procedura muzika smije smiju cesta kava uho suho promet liječnik tajnik zastupnik zastupnici
    sabor glasnogovornik prosvjed putovnica natječaj stupanj sat sata sati poput redak članak članka dužnosnici milijun milijuna
    milijuni milijarda milijardi postotak kod mjesec mjeseca mjeseci tjedan kazneni kaznena kaznenog odvjetnik poduzeće obveza obveze
    plaća plaće plaću dio htio no gotovo regija regije regiji regiju`,
    stems: `
    ^tko$ netko svatko nitko ^itko ^također$ ^tijek unatoč ^opć općin općen ^uopće sveučili znanost znanstv kazališ nogomet glazb
    ^zrak zračn tvrtk gospodar proračun financ mirovin ^plaću burz ^kuna$ ^kuna ^euro$ ^eura$ priopć ravnatelj tužitelj ^sudac$
    ^suca$ ^suci$ ^sudaca predsjed prosvjed vojarn ubojstv ubojic obrambe dječ župan tisuć milijun siječ veljač ožuj svibnj lipnj
    srpnj kolovoz ^rujn listopad ^studenog prosinc ^tjed mjest mješt dijel djel cijel kruh pobjed vježb lijek liječ rješ prosje
    surađ suradn natjec natječ momčad ^utrk redatelj ^vanjsk inozem uvjet sustav neovis ovisn utjec utječ sudioni nazoč skrb
    desetljeć stoljeć ^kuha duhan biskup kršćan kirur kaos knjižnic odgoj umirovljen promidžb udrug skupin uhić uhit prijevo vijeć
    slijed htje živje sjever ^ljet jamč ^cesta$ ^ceste$ ^cesti$ ^križ ^točn nizira ^donije ncijsk ^čelnik ^čelnic ^čelnici dizajner
    istodobn trenutačn ozračj ^potpor prouzroč ^zasad$ ^unaprjeđ ^otoka$ ^otoku$ ^otoci ^vlakov ^rabiti ljeviča gdje
    poslije ^prije$ uvijek ^jučer izvješ obvez djec dijet djevoj mjer mjen cijen cjen bijel lijep ljepš mlije svijet svjet savjet
    svjes vjer vjest zvijez zvjez pjesm pjev tijel tjeles vjetr vjetar cvijet lijev riješ rijek riječ snjež sjeć biljež cjepiv cijep
    kemij stupnj sljed razumije vidje ^smije$ ^umije susjed bježi bježa bjeg ^dvije$ ^sprije odnije nijet nijel rijet veleposlan
    ustroj postrojb zapovjed ^obrana$ ^obrane$ ^obranu$ ^obrani$ mijenj cjel zahtije pjesni cvjet ^ljevi snijeg grijeh bilješ
    pučanst prijelaz ^željel ^željeo ^voljel proljeć upotrijeb vrje putovnic ljekarn rajčic uporab odvjetni čimben željez
    glasnogovor ulagač usporedb jamstv iskorištav šutnj ^razin diljem ^jest$ ^koncu$ odgod redovit stječ stajališ djet računal
    zaslon skladb izaslanst birališ glasovanj tiskovn nakladn učinkovit razvitak okoliš podupir pristojb dragovolj branitelj
    naobrazb izobrazb ozljed topništ suglas suvremen izravn ponajprije štoviše nositelj gledatelj slušatelj čitatelj promatra
    rabljen nogostup provedb ^usprkos ^isprik ^žlic naranč mrkv omist$ nalist$ tivist$ rorist$ ^turist$ srbijansk usredotoč ^sjedni
    ^sjedišt ^sjedi$ ^sjediti ^bijes bijed cijevi vijes gnijez sijed smijeh smješ ^mjeh sljep tijesn tjesn vjenč rijed vrijem mjesec
    ozlijed umjet svjedo ^sjen uspjeh uspješ uspije uspjel neuspje ^trpje ^trplj obitel ^bdje gnjev ljetn objesi obješ ^nijem
    ^nijems ^pjen ^vjeb ^pješ mješov miješ sjet tjer zaprek vječ ^potica ^kava$ ^kave$ ^kavu$ ^kavom$ ^posto$ ^točka$ ^točke$
    ^točkama osobn ugljik vodik kisik dušik inzulin ^spol$ ^spola ^spoln ^spolu njezin tizira rizira mizira vizira kriterija$
    kriteriji$`,
    likelyStems: `
    sukladn kolodvor tvornic plaćama ^kune$ obavij ^tajnik ^sucu$ zastupni stožer sigurnosn osobit postot travnj ^otoc ^vlastit
    ^ovis zasigur ^gluh ^ureda$ ^uredu$ kaznen bjež prigod ^dapač ^cestu$ zaposlenik netočn acijsk ealizira ^glede$ ^plaća$ ^plaće
    dionic ^tečaj ^euri ^tajnic ^unutarnj ^proved napose ^juha ^juhe kuhinj ^suh ^uho$ ^muh ^kćer ^kći ^popisa ^popis$ ^potres
    svećeni ^tisk dužnosni stupanj ^ured$ ^večer$ izričit ^doduše zaposlenic ^šuti ^šutj ^točk barem katkad ^kazal ^kazao
    regij ^kojemu$`,
    names: `
    ^europ ^njemač ^nijemc ^nijemac ^nizozem ^rumunjsk ^cipar ^cipr ^švicar ^španjol ^afganist ^ateni ^atena ^židov ^predsjed ^vijeć
    ^sabor ^svjetsk ^talijan ^obitelj ^rumunj ^mjesec`,
    phrases: [
      // A modal verb with an infinitive: `mogu reći`, `trebao bi otići`.
      [
        /(?<!\p{L})(?:mo[gž]\p{L}*|treb[ao]\p{L}*|mora\p{L}*|želj?[ieo]\p{L}*|hoć\p{L}*|htje\p{L}+|neć\p{L}+|počin\p{L}+|poč[en]\p{L}+|nastav\p{L}+|pokuš[ao]\p{L}*|uspje\p{L}+|planira\p{L}*|odluči\p{L}*)\s+(?:\p{L}+\s+){0,2}?\p{L}+(?:[aeiu]ti|ći|sti)(?!\p{L}|\s+da(?!\p{L}))/giu,
        0.8,
      ],
      // An infinitive wherever it is: a clause is what Serbian likes better.
      [/(?<!(?:ću|ćeš|će|ćemo|ćete)\s(?:\p{L}+\s)?)(?<!\p{L})\p{Ll}{2,}(?:[aiu]ti|jeti|eti)(?!\p{L})/gu, 0.4],
      // The future in two words (`radit će`), and `s` before any word.
      [/(?<!\p{L})\p{Ll}+[aeiu]t (?:ću|ćeš|će|ćemo|ćete)(?!\p{L})/gu, 2.4],
      [/(?<!\p{L})s\s(?!obzirom|druge)/gu, 2.4],
      // What is said begins with `kako`.
      [
        /(?<!\p{L})(?:kaž|rek|izjavi|ustvrdi|istak|upozori|smatra|tvrdi|naglasi|dodao|dodala|navodi|najavi|kaza)\p{L}*(?:\s(?:je|su))?,?\skako\s/giu,
        2.4,
      ],
      [/(?<!\p{L})(?:je|hoće|može|treba|jesu)\sli(?!\p{L})/giu, 1],
      // Foreign names keep their spelling.
      [/(?<!\p{L})\p{Lu}\p{L}*(?:[qwxy]|ss|tt|ll|nn|ck|sh|th|ph|oo|ee|ff|pp|rr|mm|ch)\p{L}*/gu, 1.2],
    ],
  },
  length: { ratio: 0.99, spread: 1.1 },
  sentences: {
    joins:
      'prof dr mr sc akad ing inž dipl arh adv puk bojn por g gđa gđica sv ul bb npr tj tzv v.d usp ur izd prim doc izv zamj ravn red.prof',
    numbers: 'tab pogl gl kn km cm mm kg min sek tel str sl br čl st ha',
    may: 'pr.kr po.kr pr.n.e n.e p.n.e mil mlrd tis gen god st v',
    ends: 'itd i.dr i.sl sl',
    starters: `
    a ali i ili međutim zato jer ako kada kad dok iako također on ona ono oni mi vi ti ja njegov njezin njihov ovaj ova ovo ovi taj ta to tako tu tamo tada sada potom poslije prije nakon
    u na za s sa iz do od pod nad između kroz bez po oko prema unatoč zbog što tko gdje kako zašto koliko koji svi svaki neki drugi mnogi ne još već samo čak danas jučer sutra je su bio bila`,
    ordinals: true,
    vowelless: true,
  },
  numbers: {
    percent: 'posto|odsto',
    speller: 'hr-HR',
    words: sr.numbers?.words,
    scales: sr.numbers?.scales,
  },
};
