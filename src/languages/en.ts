import type { Language } from './language.ts';

/** English. */
export const language: Language = {
  doubles: 'that had is very no so long way bye do really many now much far in what you who it on her',
  length: { ratio: 1, spread: 1 },
  sentences: {
    joins: `
    mr mrs ms mx messrs mmes dr drs prof profs hon rev revd msgr mgr pres gov govs sen sens rep reps supt atty
    gen lt col cpt capt maj cmdr cdr comdr adm brig sgt cpl pvt pfc cpo ens lt.col lt.gen maj.gen brig.gen lt.cmdr sgt.maj
    det insp const asst assoc ste mt mts ft Ft e.g eg i.e viz cf vs v ca esp incl resp
    fwd hr rt.hon the.rev ven amb sec dist pt mlle mme mdme sig`,
    numbers: `
    approx al
    No Nos nos p pp pg vol vols ch chap chaps sec secs art arts fig figs tab tabs eq eqs par para paras cl ex exs vv app apps
    ver ed bk lit op r tel ext fax no rs
    oz lb lbs in ft yd yds mi sq cu kg km cm mm g mg ml l pt pts qt gal hr hrs min mins mph kph rpm avg max`,
    may: `
    u.s u.s.a u.k u.n e.u u.a.e u.s.s.r d.c n.y n.y.c l.a n.j n.c s.c n.d s.d p.r b.c n.z u.s.c
    inc ltd co corp llc plc bros intl jr sr esq ph.d m.d m.a b.a b.s m.b.a b.sc m.sc d.phil ll.d ll.b d.d.s r.n m.p j.d c.e.o
    ave blvd rd hwy pl ct terr st apt ste bldg rm dept univ assn div est govt natl
    ariz ark calif colo conn dak del fla ga Ill Ind kan kans ky La Md Mass Mich minn Mo Mont neb nebr nev okla ore
    penn Pa tenn tex va vt Wash Wis wisc wyo Ala ont que alta
    jan feb Mar apr jun jul aug sep sept oct nov dec Mon tue tues Wed thu thur thurs fri Sat Sun
    n.b p.s q.v a.k.a r.i.p r.s.v.p d.j n.e n.w s.e s.w med et.al`,
    times: 'a.m p.m a.d b.c c.e b.c.e',
    ends: 'etc',
    starters: `
    millions thousands hundreds dozens
    the a an this that these those he she it they we you i his her its their our your my there here
    but and or so yet nor for if when while where what who whom whose why how which whether because since although though
    as at by in on of to from with without within during after before until upon under over about against among between
    despite according also then now however meanwhile moreover furthermore nevertheless instead still only even just
    some many most much more few several all both each every either neither one no not none nobody nothing another other others
    everyone everything someone something anyone anything once today yesterday tomorrow earlier later recently
    is are was were am be do does did has have had can could will would shall should may might must let don't didn't isn't it's i'm
    he's she's they're we're that's there's what's you're i've we've i'd please thanks yes
    finally perhaps maybe again ultimately eventually currently previously officials police people last next`,
    openers: `
    at by in on from after before until since around about between during for under near through over within into to as when while
    if because although though upon with without along across beyond despite early late`,
    continues: `
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december est edt cst cdt mst mdt pst pdt gmt bst utc et ct mt pt eastern pacific central`,
    says: `
    said says asked asks replied replies added adds cried shouted yelled wrote writes tweeted explained told wondered answered
    continued declared exclaimed joked laughed insisted`,
  },
  /** Plural and possessive. A possessive of any word and of any plural is accepted by `apostrophe`. */
  terms: {
    capitalizedNames: true,
    fewForms: true,
    foldsDiacritics: true,
    particles: /^(?:on|off|in|out|up|down|over|by|to|through|away|back|about|around|ons|ins|outs|ups|offs|downs|overs|backs)$/,
    alphabet: 'Latn',
    plural: {
      of: 'last',
      rules: [
        [/(?<=[sxz]|[cs]h)$/, 'es'],
        [/(?<=[^aeiou])y$/, 'ies'],
        [/(?<!fe?|man|[^aeiou]o)$/, 's'],
      ],
    },
    classes: [
      { ends: /(?<=[^sxz])$/, endings: 's' },
      { ends: /(?<=[sxz]|[cs]h|o)$/, endings: 'es' },
      { ends: /(?<=[^aeiou])y$/, endings: 'ies' },
      { ends: /fe?$/, endings: 'ves', only: 'common' },
      { ends: /(?<=[^hr])man$/, endings: 'men', only: 'common' },
      { ends: /person$/, endings: 'people', only: 'common' },
      { ends: /child$/, endings: 'children', only: 'common' },
      { ends: /foot$/, endings: 'feet', only: 'common' },
      { ends: /tooth$/, endings: 'teeth', only: 'common' },
      { ends: /goose$/, endings: 'geese', only: 'common' },
      { ends: /(?<=^|[dt])mouse$/, endings: 'mice', only: 'common' },
      { ends: /is$/, endings: 'es', only: 'common' },
      { ends: /um$/, endings: 'a', only: 'common' },
      { ends: /on$/, endings: 'a', only: 'common' },
      { ends: /us$/, endings: 'i uses usses', only: 'common' },
      { ends: /(?<=[ae])x$/, stem: 'ices', endings: '-', only: 'common' },
      { ends: /(?<=z)$/, stem: 'z', endings: 'es', only: 'common' },
      { ends: /(?<=[au])$/, endings: 'e', only: 'common' },
    ],
    apostrophe: /^s?$/,
  },
  numbers: {
    percent: 'per ?cent',
    speller: 'en-GB',
    words: {
      0: 'zero|nil|no\\b|none|midnight',
      0.25: 'quarter',
      0.5: 'half|halv',
      0.75: 'three.quarters',
      1: 'one|first|once|single|an?\\b|sole|solo',
      1.5: 'one and a half|a .{2,8} and a half',
      2: 'two|second|twice|both|doubl|pair|couple|twin|half|bi',
      3: 'three|third|thrice|triple|trio|treble',
      4: 'four|quarter|quadr',
      5: 'five|fifth|quint',
      6: 'six|half.a.dozen',
      7: 'seven',
      8: 'eight',
      9: 'nine|ninth',
      10: 'ten|decade',
      12: 'twelve|twelfth|dozen|noon|midday',
      15: 'quarter.(?:of.an.)?hour',
      18: 'year and a half',
      20: 'score|twent|two decades',
      24: 'two dozen',
      25: 'quarter',
      30: 'thirt|half.an.hour|three decades',
      36: 'three dozen',
      40: 'fort|four decades',
      50: 'half|fift|five decades',
      100: 'hundred|centur|a hundred',
      1000: 'thousand|millenni|a thousand',
      10000: 'ten.thousand|tens of thousands',
      100000: 'hundreds of thousands',
      500000: 'half a million',
      1e6: 'million|a million',
      1e9: 'billion|milliard',
      1e12: 'trillion',
    },
    scales: [
      [1e3, 'thousand|k'],
      [1e6, 'million|mill?n|mio|mn|m?'],
      [1e9, 'billion|bill?n|bn|b?'],
      [1e12, 'trillion|trn|tn'],
      [1e5, 'lakhs?'],
      [1e7, 'crores?'],
      [12, 'dozen'],
      [100, 'hundred'],
    ],
  },
  names: {
    titles: `
    mr mrs ms miss mx dr prof professor sen sens senator rep gov governor president judge justice sir dame lord lady mayor congressman congresswoman
    councillor councilman capt captain lt sgt sergeant rev reverend col adm cmdr detective inspector`,
    translated: `
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december christmas easter ramadan passover hanukkah halloween thanksgiving god lord bible koran quran earth moon mars sun
    english british scottish welsh irish american european african asian british dutch swiss danish swedish polish turkish greek thai
    argentine korea koreas arab arabs jew jews jewish kurd kurds kurdish roma latino catholic protestant orthodox anglican methodist presbyterian lutheran episcopal muslim mormon quaker basque briton slovak saxon viking berber
    spanish french german italian portuguese russian ukrainian chinese japanese korean hebrew hindi persian vietnamese indonesian
    hispanic english jan feb mar apr jun jul aug sep sept oct nov dec aids olympics olympic paralympics
    cross navy army church state states house parliament congress senate
    north south east west northeast northwest southeast southwest northern southern eastern western central midwest ocean internet`,
    small: 'than ago per off out up down away back rather been being had',
    unlike: `
    vienna cologne munich florence naples geneva nuremberg aachen basel bavaria saxony danube rhine nile thames seine tiber
    beijing nanjing guangzhou mumbai kolkata chennai kyiv odesa lviv kharkiv
    athens crete cyprus corfu jerusalem bethlehem nazareth damascus aleppo homs cairo alexandria mecca medina tripoli algiers tangier
    istanbul izmir ankara bosphorus dardanelles tunis baghdad mosul basra tehran hague antwerp ghent bruges brussels ypres dunkirk lille
    copenhagen gothenburg elsinore warsaw krakow gdansk lodz wroclaw silesia prague bratislava budapest belgrade zagreb bucharest
    lisbon seville corunna catalonia basque galicia castile andalusia biscay venice turin genoa tuscany lombardy sicily sardinia rome
    moscow siberia crimea alps pyrenees rockies himalayas everest caucasus balkans mediterranean adriatic baltic caspian atlantic pacific arctic antarctic antarctica
    aphrodite jesus christ moses abraham noah homer plato aristotle caesar cicero virgil columbus confucius
    holland england scotland wales britain europe africa asia america oceania caribbean scandinavia orient brexit`,
    lands: {
      England: 'en', Scotland: 'sco gd', Wales: 'cy', Britain: 'GB', 'Great Britain': 'GB', America: 'US', Catalonia: 'ca', Galicia: 'gl',
      Holland: 'NL', Sicily: 'scn', Sardinia: 'sc', Corsica: 'co', Tibet: 'bo', Chechnya: 'ce', Kurdistan: 'ku', Brittany: 'br',
    }, // biome-ignore format: a table
    seats: {
      Washington: 'US', London: 'GB', Paris: 'FR', Berlin: 'DE', Madrid: 'ES', Lisbon: 'PT', Rome: 'IT', Vienna: 'AT', Bern: 'CH', Dublin: 'IE', Oslo: 'NO', Stockholm: 'SE',
      Copenhagen: 'DK', Helsinki: 'FI', Warsaw: 'PL', Prague: 'CZ', Bratislava: 'SK', Budapest: 'HU', Bucharest: 'RO', Sofia: 'BG', Athens: 'GR', Ankara: 'TR', Nicosia: 'CY',
      Belgrade: 'RS', Zagreb: 'HR', Ljubljana: 'SI', Sarajevo: 'BA', Skopje: 'MK', Tirana: 'AL', Pristina: 'XK', Kyiv: 'UA', Kiev: 'UA', Minsk: 'BY', Chisinau: 'MD', Moscow: 'RU',
      Vilnius: 'LT', Riga: 'LV', Tallinn: 'EE', Tbilisi: 'GE', Yerevan: 'AM', Baku: 'AZ', Astana: 'KZ', Tashkent: 'UZ', Kabul: 'AF', Tehran: 'IR', Baghdad: 'IQ', Damascus: 'SY',
      Beirut: 'LB', Jerusalem: 'IL', Amman: 'JO', Riyadh: 'SA', Doha: 'QA', Sanaa: 'YE', Cairo: 'EG', Tripoli: 'LY', Tunis: 'TN', Algiers: 'DZ', Rabat: 'MA', Khartoum: 'SD',
      Islamabad: 'PK', Delhi: 'IN', Dhaka: 'BD', Kathmandu: 'NP', Colombo: 'LK', Beijing: 'CN', Taipei: 'TW', Pyongyang: 'KP', Seoul: 'KR', Tokyo: 'JP', Hanoi: 'VN', Bangkok: 'TH',
      Jakarta: 'ID', Manila: 'PH', Canberra: 'AU', Wellington: 'NZ', Ottawa: 'CA', Havana: 'CU', Caracas: 'VE', Bogota: 'CO', Lima: 'PE', Quito: 'EC', Santiago: 'CL',
      Brasilia: 'BR', Nairobi: 'KE', Kampala: 'UG', Kigali: 'RW', Kinshasa: 'CD', Luanda: 'AO', Harare: 'ZW', Pretoria: 'ZA', Abuja: 'NG', Accra: 'GH', Dakar: 'SN', Bamako: 'ML',
    }, // biome-ignore format: a table
    exonyms: { london: 'londr londyn lontoo', edinburgh: 'édimb edimb', mexico: 'mexi méxi meks' },
  },
};
