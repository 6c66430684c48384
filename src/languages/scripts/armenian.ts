import { cyrillic } from './cyrillic.ts';
import { readings, type ScriptTable } from './script.ts';

/** Armenian, eastern reading (ISO 9985 without diacritics). */
export const armenian: ScriptTable = {
  of: /\p{Script=Armenian}/u,
  letters: readings(`
    ու u և ev ա a բ b գ g դ d ե e զ z է e ը e թ t ժ j ի i լ l խ h ծ c կ k հ h ձ dz ղ g ճ c մ m յ y ն n շ s ո o չ c պ p ջ j ռ r ս s վ v տ t ր r
    ց c ւ v փ p ք k օ o ֆ f`),
  // No names to learn from: those of a script that is as exact.
  sounds: cyrillic.sounds,
};
