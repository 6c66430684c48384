import { kana } from './kana.ts';
import { readings, type ScriptTable } from './script.ts';

/** Korean by letters: a syllable is taken apart by Unicode's decomposition (NFD) before it is read. */
export const hangul: ScriptTable = {
  of: /\p{Script=Hangul}/u,
  letters: readings(`
    ᄀ g ᄁ k ᄂ n ᄃ d ᄄ t ᄅ r ᄆ m ᄇ b ᄈ p ᄉ s ᄊ s ᄋ _ ᄌ j ᄍ j ᄎ c ᄏ k ᄐ t ᄑ p ᄒ h
    ᅡ a ᅢ e ᅣ ya ᅤ ye ᅥ o ᅦ e ᅧ yo ᅨ ye ᅩ o ᅪ wa ᅫ we ᅬ we ᅭ yo ᅮ u ᅯ wo ᅰ we ᅱ wi ᅲ yu ᅳ u ᅴ i ᅵ i
    ᆨ k ᆩ k ᆪ k ᆫ n ᆬ n ᆭ n ᆮ t ᆯ l ᆰ k ᆱ m ᆲ l ᆳ l ᆴ l ᆵ p ᆶ l ᆷ m ᆸ p ᆹ p ᆺ s ᆻ s ᆼ ng ᆽ t ᆾ t ᆿ k ᇀ t ᇁ p ᇂ t`),
  // No names to learn from: those of a script that is as exact.
  sounds: kana.sounds,
};
