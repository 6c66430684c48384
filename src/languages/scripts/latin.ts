/** Latin letters that are not from a to z, and spellings of a language's own: how they read. */

/** What no decomposition takes apart. */
// biome-ignore format: a table
export const latinLetters: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 't', ı: 'i', ə: 'e', ħ: 'h', ŋ: 'n',
};

/** Spellings of foreign names by sound. */
export const latinSpellings: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  pl: [
    [/sz/g, 'sh'],
    [/cz/g, 'ch'],
    [/rz/g, 'z'],
    [/ks/g, 'x'],
  ],
  hu: [
    [/sz/g, 's'],
    [/cs/g, 'ch'],
  ],
  lt: [[/(?:as|is|us|ys|ė|a)$/g, '']],
  lv: [[/(?:s|š|a|e)$/g, '']],
  sq: [[/xh/g, 'j']],
};
