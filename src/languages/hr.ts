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
    plaća plaće plaću`,
    shape:
      /[bcčdfghkmprstvzž]je(?!d[in])|(?<![ghr]|^n)ije[bcčćdđgklmrsštvz]|(?<![ghr]|^n)ijen[^t]|prije[^mt]|prolje[ćt]|^ljet|l[i]?ječ|vijeć|opć[aeiu]|ovisn|utje[cč]|uhi[tć]|kaznen|obvez|plaća|promet|milijun|postot|kršćan|kirurg|kemij|finan[c]|izira[tnlo]|tisuć|poduze|zastup|prosvj|uvjet|sustav|povij|^europ|priop|obavij|tisuć|tjed|nogomet|tvrt[kc]|obitelj|županij|općin|sveučili|proračun|glazb|kazališ|tijek|^toč[kn]|zrakopl|ravnatelj|znanst|sudjel|osobn|sigurn|primjer|izvješ|ovjer|glasov|glavnin|čimben|prosud|odgoj|časopis|nazoč|prigod|sjednic|suradnj|surad/,
  },
  length: { ratio: 0.99, spread: 1.1 },
  sentences: {
    joins:
      'prof dr mr sc akad ing inž dipl arh adv puk bojn por g gđa gđica sv ul bb npr tj tzv v.d usp ur izd prim doc izv zamj ravn red.prof',
    numbers: 'kn km cm mm kg min sek tel str sl br čl st ha',
    may: 'mil mlrd tis gen god st v',
    ends: 'itd i.dr i.sl sl',
    starters: `
    a ali i ili međutim zato jer ako kada kad dok iako također on ona ono oni mi vi ti ja njegov njezin njihov ovaj ova ovo ovi taj ta to tako tu tamo tada sada potom poslije prije nakon
    u na za s sa iz do od pod nad između kroz bez po oko prema unatoč zbog što tko gdje kako zašto koliko koji svi svaki neki drugi mnogi ne još već samo čak danas jučer sutra je su bio bila`,
    ordinals: true,
    vowelless: true,
  },
  numbers: {
    speller: 'hr-HR',
    words: sr.numbers?.words,
    scales: sr.numbers?.scales,
  },
};
