import { readings, type ScriptTable } from './script.ts';

const devanagari = readings(`
  अ a आ a इ i ई i उ u ऊ u ऋ r ऍ e ऎ e ए e ऐ e ऑ o ऒ o ओ o औ o क k ख k ग g घ g ङ n च c छ c ज j झ j ञ n ट t ठ t ड d ढ d ण n त t थ t द d ध d
  न n ऩ n प p फ f ब b भ b म m य y र r ऱ r ल l ळ l व v श s ष s स s ह h ा a ि i ी i ु u ू u ृ r ॅ e ॆ e े e ै e ॉ o ॊ o ो o ौ o ं n ँ n ः h ् _ ़ _`);

/** Unicode gives the scripts of India one order: a letter is as far from its block's start as its fellow in Devanagari. */
const BLOCKS = [0x0900, 0x0980, 0x0a00, 0x0a80, 0x0b00, 0x0b80, 0x0c00, 0x0c80, 0x0d00];

/** Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam. The vowel that is not written is left out. */
export const indic: ScriptTable = {
  of: /[\u0900-\u0D7F]/,
  letters: Object.fromEntries(
    BLOCKS.flatMap((block) =>
      Object.entries(devanagari).map(([letter, sound]) => [String.fromCharCode(letter.charCodeAt(0) - 0x0900 + block), sound] as const),
    ),
  ),
  // Learned by scripts/learn-sounds.ts.
  sounds: {
    A: 'i1 e4 a59 _68 o74 u74 y74',
    C: 'c0 k8 s17 z48 g58 h58 j58 t58 x58',
    E: '_0 e86',
    F: 'f0 p47 v47 h62',
    G: '_1 g69 q74 c84 h84 j84 k84',
    I: 'i0 e42 y57 o65 j67 a77 u77 _87',
    J: 'j0 i12 y12 c22 g22 h22 s22 z22 d37 t37 _87',
    K: 'k0 c12 q12 g22 h22 x22 _87',
    N: 'n0',
    O: 'o0 u30 a68 e68 i68 y68 _78',
    Q: 'k0 c18 q18 g28 h28 x28 v39',
    S: 's0 c58 z58 j68 x68 d83 t83',
    T: 't0 d59 c78',
    U: 'u0 w52 a62 e62 i62 o62 v62 y62 _72',
    Z: 's2 c25 t28 k30 z30 g40 h40 j40 x40',
    a: 'a0 e12 _20 o68',
    b: 'b0',
    c: 'k0 s34 c79 z84',
    d: 'd0',
    e: 'e0 _14 i75',
    f: 'f0',
    g: 'g0 j42 q87',
    h: 'h0 _30',
    i: 'i0',
    j: 'j0 y45 i76 c86 g86 h86 s86 z86',
    k: 'k0',
    l: 'l0',
    m: 'm0 n66',
    n: 'n0',
    o: 'o0 _23',
    p: 'p0',
    q: 'k2 q17 g22',
    r: 'r0',
    s: 's0 _69',
    t: 't0',
    u: '_0 u8',
    v: 'v0',
    w: 'v0 u52 w67 _73',
    x: 'k3 x35 _43 j44 c50 h50 s50 z65',
    y: 'y0 i2 _56 a77 e77 j79 o89 u89',
    z: 'j1 z57 c62 s62 _65 d87 t87 x87',
    '+': 'w15 y19 g22 a56 u75 h79 q80 x80 z80',
  },
};
