import { readings, type ScriptTable } from './script.ts';

const katakana = readings(`
  ヴァ va ヴィ vi ヴェ ve ヴォ vo ファ fa フィ fi フェ fe フォ fo フュ fu ウィ wi ウェ we ウォ wo ティ ti ディ di トゥ tu ドゥ du デュ du テュ tu
  チェ ce シェ se ジェ je チャ ca チュ cu チョ co シャ sa シュ su ショ so ジャ ja ジュ ju ジョ jo ツァ ca ツェ ce ツィ ci ツォ co クァ kwa クィ kwi クェ kwe クォ kwo グァ gwa
  キャ kya キュ kyu キョ kyo ギャ gya ギュ gyu ギョ gyo ニャ nya ニュ nyu ニョ nyo ヒャ hya ヒュ hyu ヒョ hyo ミャ mya ミュ myu ミョ myo リャ rya リュ ryu リョ ryo
  ビャ bya ビュ byu ビョ byo ピャ pya ピュ pyu ピョ pyo
  ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ si ス su セ se ソ so タ ta チ ci ツ cu テ te ト to ナ na ニ ni ヌ nu ネ ne ノ no
  ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n
  ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po
  ヴ vu ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo ッ _ ー _`);

/** Katakana, which writes foreign names. Hiragana is grammar, and no part of a name. */
export const kana: ScriptTable = {
  of: /[\u30A1-\u30FC]/,
  letters: katakana,
  // Learned by scripts/learn-sounds.ts.
  sounds: {
    A: 'e1 a10 i24 u62 o73 y73 _83',
    C: 'c0 k23 s23 z51 g61 h61 j61 t61 x61',
    E: '_0 e88',
    F: 'f0 p47 v47 h62',
    G: '_1 g69 q74 c84 h84 j84 k84',
    I: 'i0 e37 _39 j66 a76 o76 u76 y76',
    J: 'j0 i5 y5 c15 g15 h15 s15 z15 d30 t30 _80',
    K: 'k0 c12 q12 g22 h22 x22 _87',
    N: 'n0',
    O: 'o0 u28 a46 e66 i66 y66 _76',
    Q: 'k0 c12 q12 g22 h22 x22 _87',
    S: 's0 c44 z44 j54 x54 d69 t69',
    T: 's3 t4 z49 c64 d64 j79',
    U: 'u0 o9 w45 a55 e55 i55 v55 y55 _65',
    Z: 'c0 s24 k32 z32 g42 h42 j42 t42 x42',
    a: 'a0 e68 o69',
    b: 'b0',
    c: 'k0 s35 c41 z84',
    d: 'd0 _73',
    e: 'e0 _38 a62',
    f: 'f0',
    g: 'g0 j39 _71 h77 q86',
    h: 'h0 _10 c84 g84 j84 k84 x84',
    i: 'i0',
    j: 'j0 i34 h49 _52 y65 c75 g75 s75 z75',
    k: 'k0',
    l: 'r0 l53',
    m: 'm0 n36',
    n: 'n0',
    o: 'o0',
    p: 'p0',
    q: 'k3 q13 g18',
    r: 'r0 _19',
    s: 's0 z46',
    t: 't0 _76',
    u: 'u0 a4 _7 w83',
    v: 'b0 v15 f49 u86 w88',
    w: 'w0 _3 u59 v59 s80 b84 g84 h84',
    x: 'k3 s30 x35 c50 h50 z65',
    y: '_0 i44 y87',
    z: 'z0 j33 c39 s39 d79 t79 x79',
    '+': 'u8 y8 g33 w51 i55 o59 l73 h75 q80 x80 a88',
  },
};
