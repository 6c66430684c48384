import { language as hi } from './hi.ts';
import type { Language } from './language.ts';

/** Marathi. */
export const language: Language = {
  doubles: 'any',
  scripts: ['Devanagari'],
  sentences: {
    joins:
      'डॉ डा प्रा श्री सौ कु पं ले कर्नल मेजर ऍड अॅड इ.स इ उदा वि द मा रा ता जि पो रु क्र कि.मी से.मी ए बी सी डी ई एफ जी एच आय जे के एल एम एन ओ पी आर एस टी यू व्ही',
    numbers: 'पृ सं नं क्र रु',
    says: 'म्हणाला म्हणाली म्हणाले विचारले सांगितले म्हणतात',
  },
  numbers: {
    percent: 'टक्के|प्रतिशत',
    speller: 'mr-IN',
    scales: hi.numbers?.scales,
  },
};
