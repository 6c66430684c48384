import { readings, type ScriptTable } from './script.ts';

const katakana = readings(`
  ヴァ va ヴィ vi ヴェ ve ヴォ vo ファ fa フィ fi フェ fe フォ fo フュ fu ウィ wi ウェ we ウォ wo ティ ti ディ di トゥ tu ドゥ du デュ du テュ tu チェ ce シェ se ジェ je チャ ca チュ cq チョ co シャ sa
  シュ sq ショ so ジャ ja ジュ jq ジョ jo ツァ ca ツェ ce ツィ ci ツォ co クァ kwa クィ kwi クェ kwe クォ kwo グァ gwa キャ kya キュ kyu キョ kyo ギャ gya ギュ gyu ギョ gyo ニャ nya ニュ nyu ニョ nyo
  ヒャ hya ヒュ hyu ヒョ hyo ミャ mya ミュ myu ミョ myo リャ rya リュ ryu リョ ryo ビャ bya ビュ byu ビョ byo ピャ pya ピュ pyu ピョ pyo ア a イ i ウ u エ e オ o カ ka キ ki ク kq ケ ke コ ko
  サ sa シ si ス sq セ se ソ so タ ta チ ci ツ cq テ te ト tx ナ na ニ ni ヌ nq ネ ne ノ no ハ ha ヒ hi フ fq ヘ he ホ ho マ ma ミ mi ム mq メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri
  ル rq レ re ロ ro ワ wa ヲ o ン l ガ ga ギ gi グ gq ゲ ge ゴ go ザ za ジ ji ズ zq ゼ ze ゾ zo ダ da ヂ ji ヅ zq デ de ド dx バ ba ビ bi ブ bq ベ be ボ bo パ pa ピ pi プ pq ペ pe ポ po
  ヴ vq ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo ッ _ ー _`);

/** Katakana, which writes foreign names. Hiragana is grammar, and no part of a name. */
export const kana: ScriptTable = {
  of: /[\u30A1-\u30FC]/,
  letters: katakana,
  syllabic: true,
  // Behind a consonant that no vowel follows in the name, one is put in: u, and o behind t and d. n is a syllable of its own.
  weak: { q: 'u', x: 'o', l: 'n' },
  // Learned by scripts/learn-sounds.ts.
  sounds: {
    A: 'e1 a14 i30 _80 o86 q86 u86 x86 y86',
    B: 's0 z25 _41 c81',
    C: 'c0 k27 s38 z58 g68 h68 j68 t68',
    D: 'j0 i26 y26 c36 g36 h36 s36 z36 d51 t51',
    E: '_0 e89',
    F: 'f0 p52 v52 h67',
    G: 'k8 _10 g13 c28 h28 j28 w43 y43',
    H: 'j2 g8 h40 y46 c60 k60 _69 w75',
    I: 'i0 e40 o63 q63 j65 a75 u75 x75 y75 _85',
    J: 'j0 i5 y5 c15 g15 h15 s15 z15 d30 t30 _80',
    K: 'k0 c12 g22 h22 _87',
    L: 'r1 l64',
    M: 'l1 m4 _73',
    N: 'l0 n47',
    O: 'o0 q29 x41 a44 _58 e64 i64 u64 y64',
    Q: 'k0 c22 g32 h32',
    R: '_0 r36',
    S: 's0 c50 z50 j60 d75 t75',
    T: 's2 t15 z56 c70 d70 j85',
    U: 'q0 u8 o23 w44 a54 e54 i54 v54 x54 y54 _64',
    V: 'a0 e22 _56 i70',
    W: 'o0 a24 _44 x54 e76 i76 q76 u76 y76',
    X: 's0 c26 z54 j64 d79 t79',
    Y: 'i0 a54 j56 e66 o66 q66 u66 x66 y66 _76',
    Z: 'c0 s3 k18 z18 g28 h28 j28 t28',
    a: 'a0 e76',
    b: 'b0',
    c: 'k0 c53 s77 z86',
    d: 'd0',
    e: 'e0 _39 i87',
    f: 'f0',
    g: 'g0 _77',
    h: 'h0 _9 c88 g88 j88 k88',
    i: 'i0',
    j: 'j0 y39 h50 _57 i70 c80 g80 s80 z80',
    k: 'k0',
    l: 'r0 _73',
    m: 'm0',
    n: 'l0 n19',
    o: 'o0 x28 _79',
    p: 'p0',
    q: 'k3 g18',
    r: 'r0',
    s: 's0 z48',
    t: 't0 _70',
    u: 'a1 q8 u28 e43 o66 w82',
    v: 'b0 v16 f51 w89',
    w: '_1 w70 q75 u75 v75',
    x: 'k3 s40 c52 h52 _61 z67',
    y: 'y0 _21 i38 j63 a73 e73 o73 q73 u73 x73 g88',
    z: 'z0 j29 s34 c39 d79 t79',
    '+': 'q8 w8 x25 u26 g35 y38 i55 a82',
  },
};
