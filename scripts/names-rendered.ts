/** How human translators write names of NTREX-128 in scripts that have no labelled terms; by hand. */
export const RENDERINGS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  ar: {
    Trump: ['ترامب'], Kavanaugh: ['كافانو', 'كافانوه'], London: ['لندن'], Liverpool: ['ليفربول'], Chelsea: ['تشيلسي', 'تشيلسى'], California: ['كاليفورنيا'], Arizona: ['أريزونا'],
    Hamilton: ['هاميلتون'], Washington: ['واشنطن'], Indonesia: ['إندونيسيا'], Ronaldo: ['رونالدو'], Warren: ['وارن', 'وارين'], Ford: ['فورد'], Texas: ['تكساس'],
    Palin: ['بالين'], Vettel: ['فيتيل'], Livingston: ['ليفينغستون', 'ليفينجستون', 'ليفينغستون'], Germany: ['ألمانيا'], Singapore: ['سنغافورة'], Daley: ['دالي', 'ديلي'], Rangers: ['رينجرز'],
  },
  he: {
    Trump: ['טראמפ'], Kavanaugh: ['קוואנו', 'קאוואנו', 'קבאנו'], London: ['לונדון'], Liverpool: ['ליברפול'], Chelsea: ["צ'לסי", 'צ׳לסי'], California: ['קליפורניה'], Arizona: ['אריזונה'],
    Hamilton: ['המילטון'], Washington: ['וושינגטון'], Indonesia: ['אינדונזיה'], Ronaldo: ['רונאלדו', 'רונלדו'], Warren: ['וורן', 'וארן'], Ford: ['פורד'], Texas: ['טקסס'],
    Palin: ['פיילין'], Vettel: ['וטל', 'פטל'], Livingston: ['ליווינגסטון', 'ליבינגסטון'], Germany: ['גרמניה'], Singapore: ['סינגפור'], Daley: ['דיילי'], Bottas: ['בוטאס', 'בוטס'],
  },
  hi: {
    Trump: ['ट्रंप', 'ट्रम्प'], Kavanaugh: ['कैवनॉ', 'कावानाघ', 'कवानॉ', 'कैवानो', 'कवनॉ'], London: ['लंदन'], Liverpool: ['लिवरपूल'], Chelsea: ['चेल्सी', 'चेल्सिया'], California: ['कैलिफ़ोर्निया', 'कैलिफोर्निया'],
    Arizona: ['एरिज़ोना', 'एरिजोना'], Hamilton: ['हैमिल्टन'], Washington: ['वाशिंगटन', 'वॉशिंगटन'], Indonesia: ['इंडोनेशिया'], Ronaldo: ['रोनाल्डो'], Warren: ['वॉरेन', 'वारेन'], Ford: ['फ़ोर्ड', 'फोर्ड'],
    Texas: ['टेक्सास'], Palin: ['पैलिन', 'पालिन'], Livingston: ['लिविंगस्टन', 'लिविंग्स्टन'], Germany: ['जर्मनी'], Singapore: ['सिंगापुर'], Daley: ['डेले', 'डेली'],
  },
  ja: {
    Trump: ['トランプ'], Kavanaugh: ['カバノー', 'キャバノー', 'カヴァノー'], London: ['ロンドン'], Liverpool: ['リバプール', 'リヴァプール'], Chelsea: ['チェルシー'], California: ['カリフォルニア'], Arizona: ['アリゾナ'],
    Hamilton: ['ハミルトン'], Washington: ['ワシントン'], Indonesia: ['インドネシア'], Ronaldo: ['ロナウド'], Warren: ['ウォーレン'], Ford: ['フォード'], Texas: ['テキサス'], Palin: ['ペイリン'], Vettel: ['ベッテル'],
    Livingston: ['リビングストン'], Germany: ['ドイツ'], Singapore: ['シンガポール'], Daley: ['デイリー', 'デーリー', 'デイリー'], Flake: ['フレーク'], Bottas: ['ボッタス'], Rosenstein: ['ローゼンスタイン'],
  },
  zh: {
    Trump: ['特朗普'], Kavanaugh: ['卡瓦诺', '卡瓦纳'], London: ['伦敦'], Chelsea: ['切尔西'], California: ['加利福尼亚'], Arizona: ['亚利桑那'], Hamilton: ['汉密尔顿'], Washington: ['华盛顿'],
    Indonesia: ['印度尼西亚'], Ronaldo: ['罗纳尔多'], Warren: ['沃伦'], Ford: ['福特'], Texas: ['得克萨斯', '德克萨斯'], Palin: ['佩林'], Vettel: ['维特尔'], Livingston: ['利文斯顿'], Germany: ['德国'],
    Singapore: ['新加坡'], Daley: ['戴利'], Flake: ['弗莱克'], Bottas: ['博塔斯'], Rosenstein: ['罗森斯坦'],
  },
}; // biome-ignore format: a table
