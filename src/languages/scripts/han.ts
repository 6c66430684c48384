import { readings, type ScriptTable } from './script.ts';

/**
 * The characters that foreign names are written with, in Mandarin readings (the usage of Xinhua's handbook of names, the common
 * characters of Taiwan beside it). Other characters have no reading here: they are words, or names of China, Japan and Korea.
 */
export const han: ScriptTable = {
  of: /\p{Script=Han}/u,
  unreadIn: ['ja'],
  syllabic: true,
  // Most characters that stand for a consonant alone have a vowel in Mandarin; 尔 is the r or l that closes a syllable.
  weak: { q: 'e', x: 'r' },
  letters: readings(`
    阿 a 埃 e 艾|爱|愛 ai 奥|奧|澳|敖 au 安|昂 an 恩 en 翁 on 因|英 in 伊|易|宜|怡|依 i 欧|歐|俄 o 乌|烏|伍|吴|吳 u 厄 eq 巴|芭 ba 贝|貝 be 伯|布|卜 bq 比|毕|畢|碧|彼 bi
    博|波|玻 bo 拜|白 bai 鲍|鮑|保|宝|寶|包 bau 班|邦 ban 本 ben 宾|賓|滨|濱|彬 bin 帕 pa 佩|裴|培 pe 珀|普|蒲|浦 pq 皮|匹|毗 pi 坡 po 派 pai 潘|庞|龐 pan 彭|蓬 pen 平 pin
    达|達|妲 da 代|黛|戴 de 德 dq 迪|狄|地 di 多|铎 do 杜 du 道 dau 丹 dan 邓|鄧|登 den 丁 din 东|東|敦|顿|頓 don 当|當|坦|唐|檀|汤|湯 tan 塔|他 ta 泰 te 特 tq
    蒂|提|缇|緹|第 ti 托 to 图|圖 tu 陶 tau 滕|腾|騰|田 ten 廷|汀|亭 tin 通 ton 加|伽|迦|嘉 ga 盖|蓋 ge 格 gq 吉 gi 戈|哥 go 古|顾|顧 gu 高 gau 甘|冈|岡 gan 根 gen
    贡|貢 gon 瓜 gwa 圭 gwi 果|郭 gwo 关|關|光 gwan 卡|喀|咖 ka 凯|凱 kai 克|可 kq 基 ki 科|柯|寇|考 ko 库|庫 ku 坎|康|堪 kan 肯 ken 昆|孔|崑 kun 夸 kwa 奎|魁 kwi
    宽|寬|匡 kwan 瓦|娃|华|華 wa 韦|韋|卫|衛|薇 we 威|维|維|魏 wi 沃|渥 wo 武 wu 万|萬|旺|汪 wan 温|溫|文 wen 怀|懷 wai 法 fa 费|費 fe 夫|弗|芙 fq 菲|斐 fi 福|佛 fo 富 fu
    范|凡|方 fan 芬|冯|馮|丰|豐 fen 扎|紮 za 泽|澤 ze 兹|茲 zq 齐|齊 zi 佐 zo 祖 zu 赞|贊 zan 曾|增|尊 zen 宗 zon 察|查|恰|柴 ca 策|切 ce 茨|慈|彻|徹 cq 措|丘|邱 co 楚 cu
    蔡 cai 岑|春|琴|陈|陳 cen 聪 con 萨|薩|莎|沙 sa 塞|赛|賽|谢|謝|舍|歇 se 斯|丝|絲|瑟|色|什|士|施 sq 西|希|锡|錫|茜|悉 si 索|肖|绍|紹 so 苏|蘇|素|舒|休|许|許|修 su 夏|霞 sai
    桑|尚|山|珊|杉 san 森|申|盛|圣|聖 sen 辛|欣|兴|興 sin 松|雄 son 孙|孫|顺|順 sun 贾|賈 ja 杰|傑|捷 je 哲 jq 姬|季|矶|磯 ji 乔|喬|焦 jo 朱|久 ju 翟 jai 詹|章|江|姜|张|張 jan
    真|珍 jen 金|京|津|靖 jin 琼|瓊 jon 奇|琪|其 ci 钱|錢|昌|强 can 钦|欽|青 cin 哈 ha 黑 he 赫 hq 霍 ho 胡 hu 海|亥 hai 豪 hau 汉|漢|罕|翰|韩|韓|航|杭 han 亨 hen 洪|宏 hon
    马|馬|玛|瑪|麻 ma 梅|美 me 默|姆|穆 mq 米|密|弥|彌 mi 莫|摩|墨 mo 缪|繆 miu 迈|邁|麦|麥 mai 毛|茂 mau 曼|芒 man 门|門|蒙|孟 men 明|敏 min 纳|納|娜 na 内|內 ne 讷|訥 nq
    尼|妮 ni 诺|諾 no 努 nu 纽|紐 niu 奈|耐|乃 nai 瑙 nau 南|楠 nan 嫩|农|農 nen 宁|寧 nin 涅|聂 nie 拉|喇 la 莱|萊 le 勒 lq 利|莉|立|黎|李 li 洛 lo 卢|盧 lu
    柳|刘|劉|留 liu 来 lai 劳|勞 lau 兰|蘭|朗 lan 伦|倫 len 林|琳 lin 隆|龙|龍 lon 雷|蕾 re 里|丽|麗 ri 罗|羅|萝|蘿 ro 鲁|魯|路|露 ru 赖|賴 rai 尔|爾 x 让|冉|然 ran 仁 ren
    荣|榮|容 ron 瑞|芮 rui 亚|亞|娅|婭|雅 ya 耶|叶|葉 ye 约|約 yo 尤|于|犹|猶 yu 尧|姚 yau 扬|揚|杨|楊|延|颜 yan 永|雍 yon 云 yun`),
  // Learned by scripts/learn-sounds.ts.
  sounds: {
    A: 'a0 e2 i33 _78 o84 q84 u84 y84',
    B: 's0 c88 z88',
    C: 'c0 s32 k38 j51 z52 g62 h62 t62',
    D: 'c5 j21 i26 y26 g36 h36 s36 z36 d51 t51',
    E: '_0 e87 q87',
    F: 'f0 p20 v32 h47',
    G: 'g0 _13 c22 h22 j22 k22 w37 y37',
    H: 'g0 j29 k52 c64 h64 w79 y79',
    I: 'i0 e44 _47 j60 a70 o70 q70 u70 y70',
    J: 'j0 i5 y5 c15 g15 h15 s15 z15 d30 t30 _80',
    K: 'k7 h10 c12 g22 _87',
    L: 'x1 l21',
    M: 'n1 m14',
    N: 'n0',
    O: 'o0 u21 _29 a32 q40 e52 i52 y52',
    Q: 'k6 c18 _21 g28 h28',
    R: '_1 r35 x65',
    S: 's0 c58 z58 j68 d83 t83',
    T: 't0 s19 _35 c64 d64 j79 z79',
    U: 'u0 o14 e33 w35 a45 i45 q45 v45 y45 _55',
    V: 'q0 e5 _29 u52 o57 a71 i71 y83',
    W: 'o0 a45 u60 e80 i80 q80 y80',
    X: 's0 c28 z48 j58 d73 t73',
    Y: 'i0 e43 j52 a62 o62 q62 u62 y62 _72',
    Z: 's2 c17 t20 k22 z22 g32 h32 j32',
    a: 'a0 e64 _71',
    b: 'b0',
    c: 'k0 c13 _73 s74 z74 g84 h84 j84 t84',
    d: 'd0 t66 _82',
    e: 'e0 _29 i47 a78',
    f: 'f0 _86',
    g: 'g0',
    h: 'h0 _15 c87 g87 j87 k87',
    i: 'i0 e54 y64',
    j: 'j0 y52 h57 g65 i67 c77 s77 z77',
    k: 'k0 _33 g70',
    l: 'l0 r58 x88',
    m: 'm0',
    n: 'n0',
    o: 'o0 a62 e69',
    p: 'p0 b43',
    q: '_16 g22 k22',
    r: 'r0 l13',
    s: 's0',
    t: 't0 d27',
    u: 'u0 a4 e44 _60 q63 o69 w79 i89 v89 y89',
    v: 'w0 f32 v33',
    w: 'w0 _41 u54 v68',
    x: 'k8 h16 s16 c28 x39 z43',
    y: '_1 i36 y56 j61 a71 e71 o71 q71 u71 g86',
    z: 'z0 s13 j35 c51 d76 t76',
    '+': 'q8 y19 h33 u47 i77 r79 l81 g83 f86 n89',
  },
};
