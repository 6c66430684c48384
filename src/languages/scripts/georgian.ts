import { cyrillic } from './cyrillic.ts';
import { readings, type ScriptTable } from './script.ts';

/** Georgian (the national system of 2002). */
export const georgian: ScriptTable = {
  of: /\p{Script=Georgian}/u,
  letters: readings(`
    ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ j რ r ს s ტ t უ u ფ p ქ k ღ g ყ k შ s ჩ c ც c ძ dz წ c ჭ c ხ h ჯ j ჰ h`),
  // No names to learn from: those of a script that is as exact.
  sounds: cyrillic.sounds,
};
