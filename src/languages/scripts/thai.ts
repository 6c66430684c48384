import { indic } from './indic.ts';
import { readings, type ScriptTable } from './script.ts';

/** Thai: consonants by their sound at a syllable's start, tones and silenced letters left out. */
export const thai: ScriptTable = {
  of: /\p{Script=Thai}/u,
  letters: readings(`
    ก k ข k ฃ k ค k ฅ k ฆ k ง ng จ j ฉ c ช c ซ s ฌ c ญ y ฎ d ฏ t ฐ t ฑ t ฒ t ณ n ด d ต t ถ t ท t ธ t น n บ b ป p ผ p ฝ f พ p ฟ f ภ p ม m ย y
    ร r ฤ ri ล l ว v ศ s ษ s ส s ห h ฬ l อ o ฮ h ะ a ั a า a ำ am ิ i ี i ึ u ื u ุ u ู u เ e แ e โ o ใ ai ไ ai ็ _ ่ _ ้ _ ๊ _ ๋ _ ์ _`),
  // No names to learn from: those of a script that is as exact.
  sounds: indic.sounds,
};
