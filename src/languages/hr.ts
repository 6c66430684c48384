import type { Language } from './language.ts';
import { language as sr } from './sr.ts';

/** Croatian. */
export const language: Language = {
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
