import { readings, type ScriptTable } from './script.ts';

/**
 * The characters that foreign names are written with, in Mandarin readings (the usage of Xinhua's handbook of names, the common
 * characters of Taiwan beside it). Other characters have no reading here: they are words, or names of China, Japan and Korea.
 */
export const han: ScriptTable = {
  of: /\p{Script=Han}/u,
  letters: readings(`
    阿 a 艾|爱|愛|埃 ai 安|昂|盎 an 奥|奧|澳|敖 ao 巴|芭|拔 ba 帕 pa 拜|白|百|柏|贝|貝|北|倍 be 班|邦|本|賓|宾|滨|濱 ben 鲍|鮑|包|保|宝|寶 bau 比|彼|毕|畢|碧 bi 别|別 be
    布|卜 bu 博|波|伯|玻|勃|渤 bo 察 ca 蔡 cai 柴 cai 昌 can 楚|丘|邱 cu 茨|次|慈|赐 c 崔 cui 达|達|妲|大 da 戴|代|岱 dai 丹|旦|但 dan 道|多|都 do 德|得|特 d 邓|登|鄧 den
    迪|蒂|地|帝|第|狄|底 di 丁|汀|廷 din 东|東|顿|頓|敦 don 杜|度 du 厄|尔|爾|儿 r 恩 en 法 fa 凡|范|芬|冯|馮 fan 菲|费|費|非|斐 fi 弗|夫|福|富|佛|芙|伏 f 盖|蓋|加|迦|嘉|贾|賈|伽 ga 甘|冈|岡|干|根|贡|貢|冈 gan
    高|戈|哥|格|各 g 古|顾|顧|固 gu 瓜 gwa 圭|奎 gwe 哈 ha 汉|漢|罕|翰|韩|韓 han 海|亥 hai 豪|霍|侯|胡|怀|懷|惠|赫|黑|何|荷 h 华|華 wa 亨|洪|宏 hen 基|吉|季|姬|奇|齐|齊|琪|其|祺|契|器 ji
    捷|杰|傑|哲|泽|澤 je 金|津|京|靖|钦|欽 jin 乔|喬|焦|约|約 jo 朱|茹|朱|裘 ju 卡|喀|咖 ka 凯|凱|开 kai 坎|康|肯|昆|崑|孔 kan 考 kau 克|科|可|柯|寇 k 库|庫 ku 夸 kwa 魁 kwi 拉|喇|腊|臘 la 莱|來|来|赖|賴 lai
    兰|蘭|朗|伦|倫|连|連|林|琳|龙|龍|隆|凌|灵 lan 劳|勞|洛|罗|羅|萝|蘿|络|乐|樂 lo 勒|雷|蕾|累|列|莱 le 利|里|丽|麗|莉|立|李|黎|理|力|礼|禮 li 卢|盧|鲁|魯|路|露|陆|陸|柳|刘 lu 吕|律|吕 li 马|馬|玛|瑪|麻 ma 麦|麥|迈|邁|梅|美|枚|玫 mei
    曼|满|滿|芒|门|門|蒙|孟|明|敏|民 man 毛|茂|莫|摩|墨|默|穆|姆|木|慕|牟 m 米|弥|彌|密 mi 缪|繆 mu 纳|納|娜|那 na 奈|内|內|乃 nai 南|楠|农|嫩 nan 尼|妮 ni 纽|紐|努|奴 nu 诺|諾 no 涅|聂 ne 宁|寧 nin 欧|歐 o
    派 pai 潘|庞|龐 pan 佩|培|裴|珀 pe 彭|蓬 pen 皮|匹|毗 pi 平 pin 坡|波 po 普|蒲|浦 p 恰|洽 ca 钱|錢|强|強 can 切|彻|徹 ce 琼|瓊 jon 让|讓|冉|然|仁|荣|榮|容|润|潤 ran 日|若|瑞|芮|锐|銳 r 萨|薩|莎|沙|夏|撒 sa 桑|珊|山|圣|聖|尚|申|森|松|孙|孫|辛|欣|兴|信|新|盛|胜|勝|生|顺|順 san
    塞|赛|賽|瑟|色|谢|謝|舍|社 se 斯|丝|絲|思|司|史|士|施|什|诗|詩|兹|茲|孜 s 苏|蘇|舒|索|绍|肖|蕭|萧|修|休|許|许|叙|敘|朔 so 西|希|喜|锡|錫|席|悉 si 塔|他|泰 ta 坦|唐|汤|湯|滕|天|田|通|腾|騰 tan 陶|托|妥|图|圖|土|吐 to 铁|鐵 te 提|缇|緹 ti
    瓦|沃|娃 wa 万|萬|汪|旺|温|溫|文|翁 van 韦|韋|威|维|維|魏|卫|衛|薇|伟|偉 vi 伍|武|吴|吳|乌|烏|伍|吾|渥 u 雅|亚|亞|娅|婭 ya 扬|揚|杨|楊|延|颜|颜 yan 耶|叶|葉 ye 伊|易|怡|依|意|以|宜|义 i 因|英|印|殷 in 永|雍 yon 尤|优|優|由|于|余|裕|宇 yu
    尧|姚 yo 月|岳 yue 扎|札|紮|查 za 赞|贊|詹|占|占|张|章|珍|真|郑|曾|增|贞 zan 佐|左|宗|祖|卓|兆 zo 芝|志|治|之|智 zi 川|銮 cuan`),
  // Learned by scripts/learn-sounds.ts.
  sounds: {
    A: 'a0 e2 i16 _65 o71 u71 y71',
    C: 'c0 k21 s25 j43 z45 g55 h55 t55 x55',
    E: '_0 e84',
    F: 'f0 p10 v22 h37 _87',
    G: '_1 g68 q73 c83 h83 j83 k83',
    I: 'i0 e26 o50 j60 a70 u70 y70 _80',
    J: 'j0 i5 y5 c15 g15 h15 s15 z15 d30 t30 _80',
    K: 'k7 h10 c12 q12 g22 x22 _87',
    N: 'n0',
    O: '_2 a25 o36 e64 i64 u64 y64',
    Q: 'q3 k13 c18 g28 h28 x28',
    S: 's0 c55 z55 j65 x65 _74 d80 t80',
    T: 't0 s8 d40 c60 j75 z75',
    U: 'u0 o22 e36 w37 a47 i47 v47 y47 _57',
    Z: 's2 c17 t20 k22 z22 g32 h32 j32 x32',
    a: 'a0 _65 e81',
    b: 'b0 _63',
    c: 'k0 c9 s27 _58 z68 g78 h78 j78 t78 x78',
    d: 'd0 _76',
    e: 'e0 _21 a55 i69',
    f: 'f0',
    g: 'g0 j42 q83',
    h: 'h0 _30 c88 g88 j88 k88 x88',
    i: 'i0 a42',
    j: 'j0 g39 y40 i46 h53 s53 c65 z65 d80 t80',
    k: 'k0 _23 g67',
    l: 'l0 r41 _85',
    m: 'm0 n20',
    n: 'n0',
    o: 'o0 _42 a56',
    p: 'p0 b55',
    q: 'q0 g18 k18',
    r: 'l0 r8 _12',
    s: 's0',
    t: 'd0 t21',
    u: 'u0 _3 a8 w44 e46 o53 i88 v88 y88',
    v: 'v0 w9 f22',
    w: 'w0 _22 v59 u68',
    x: 'x0 k8 s16 c28 h28 z43',
    y: '_0 y84 j89',
    z: 'z0 s11 j29 c50 d75 t75 x75',
    '+': 'y8 u22 h42 i59 r77 g81 f83 n83 w87 c89 l89',
  },
};
