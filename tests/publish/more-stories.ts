/** The newsroom's day in four more languages: another direction, compound words, scripts without spaces or with marks above and below. */

import { full, type StoryData, stories, table } from './stories.ts';

type Words = StoryData['words'][string];

const FERRY: Readonly<Record<string, Words>> = {
  de: {
    title: 'Nachtfähren kehren nach elf Jahren nach Quillhaven zurück',
    description: 'Das letzte Boot legt nun um 00:40 Uhr ab, die Einzelfahrt kostet 3,20 €.',
    body: full({
      lead: 'Die Nachtfähre ist wieder da. Am Montag um 23:10 Uhr legte die *Graureiher* mit 214 Fahrgästen, zwei Bäckern und einem Klavier vom Ostkai ab.',
      quote: 'Wir hatten auf hundert Leute gehofft. Bei zweihundert haben wir aufgehört zu zählen.',
      second:
        'Die Verbindung wurde 2015 gestrichen, als der Stadtrat jährlich 1,4 Millionen Euro an Schifffahrtszuschüssen einsparen musste',
      costs: 'Was es kostet',
      table: table(
        '| Fahrkarte | Einzeln | Monat |',
        '| Erwachsene | 3,20 € | 48 € |',
        '| Unter 18 | 1,60 € | 20 € |',
        '| Fahrrad | frei | frei |',
      ),
      pull: 'Bei Sturm gibt es keine Überfahrt.',
      when: 'Wann sie ablegt',
      items: ['vom Ostkai: 21:40, 22:40 und 00:40 Uhr', 'von der Insel: zehn Minuten später', 'sonntags kein Boot nach 23:10 Uhr'],
      note: 'Nach dem Rechnungsabschluss jenes Jahres.',
      link: 'Die Bücherei öffnet sonntags',
    }),
  },
  he: {
    title: 'מעבורות הלילה חוזרות לקווילהייבן אחרי אחת־עשרה שנים',
    description: 'הסירה האחרונה יוצאת כעת ב־00:40, וכרטיס בודד עולה ‎€3.20.',
    body: full({
      lead: 'מעבורת הלילה חזרה. ביום שני ב־23:10 עזבה *האנפה האפורה* את הרציף המזרחי ועליה 214 נוסעים, שני אופים ופסנתר.',
      quote: 'קיווינו למאה איש. במאתיים הפסקנו לספור.',
      second: 'השירות בוטל ב־2015, כשמועצת העיר נדרשה לחסוך 1.4 מיליון אירו בשנה',
      costs: 'כמה זה עולה',
      table: table('| כרטיס | בודד | חודש |', '| מבוגר | 3.20 € | 48 € |', '| מתחת לגיל 18 | 1.60 € | 20 € |', '| אופניים | חינם | חינם |'),
      pull: 'בסערה אין מעבר כלל.',
      when: 'מתי היא יוצאת',
      items: ['מהרציף המזרחי: 21:40, 22:40 ו־00:40', 'מהאי: עשר דקות אחר כך', 'בימי ראשון אין סירה אחרי 23:10'],
      note: 'לפי הדוחות של אותה שנה.',
      link: 'הספרייה נפתחת בימי ראשון',
    }),
  },
  hi: {
    title: 'ग्यारह साल बाद क्विलहेवन में रात की नौकाएँ लौटीं',
    description: 'आख़िरी नाव अब 00:40 बजे छूटती है और एक ओर का टिकट €3.20 का है।',
    body: full({
      lead: 'रात की नौका लौट आई है। सोमवार को 23:10 बजे *ग्रे हेरन* ने 214 यात्रियों, दो नानबाइयों और एक पियानो के साथ पूर्वी घाट छोड़ा।',
      quote: 'हमें सौ लोगों की उम्मीद थी। दो सौ पर हमने गिनना छोड़ दिया।',
      second: 'यह सेवा 2015 में बंद हुई थी, जब नगर परिषद को हर साल 14 लाख यूरो बचाने थे',
      costs: 'कितना ख़र्च होगा',
      table: table('| टिकट | एक बार | महीना |', '| वयस्क | €3.20 | €48 |', '| 18 से कम | €1.60 | €20 |', '| साइकिल | मुफ़्त | मुफ़्त |'),
      pull: 'तूफ़ान में नाव बिल्कुल नहीं चलती।',
      when: 'कब छूटती है',
      items: ['पूर्वी घाट से: 21:40, 22:40 और 00:40', 'द्वीप से: दस मिनट बाद', 'रविवार को 23:10 के बाद कोई नाव नहीं'],
      note: 'उस वर्ष के लेखों के अनुसार।',
      link: 'पुस्तकालय रविवार को खुलेगा',
    }),
  },
  th: {
    title: 'เรือข้ามฟากกลางคืนกลับมาที่ควิลล์เฮเวนหลังผ่านไปสิบเอ็ดปี',
    description: 'เรือเที่ยวสุดท้ายออกเวลา 00:40 น. ค่าโดยสารเที่ยวเดียว 3.20 ยูโร',
    body: full({
      lead: 'เรือข้ามฟากกลางคืนกลับมาแล้ว เมื่อวันจันทร์เวลา 23:10 น. เรือ *นกกระสานวล* ออกจากท่าตะวันออกพร้อมผู้โดยสาร 214 คน คนทำขนมปังสองคน และเปียโนหนึ่งหลัง',
      quote: 'เราหวังไว้ร้อยคน พอถึงสองร้อยเราก็เลิกนับ',
      second: 'บริการนี้ถูกยกเลิกในปี 2015 เมื่อสภาเมืองต้องประหยัดงบประมาณปีละ 1.4 ล้านยูโร',
      costs: 'ค่าโดยสารเท่าไร',
      table: table('| ตั๋ว | เที่ยวเดียว | รายเดือน |', '| ผู้ใหญ่ | €3.20 | €48 |', '| ต่ำกว่า 18 ปี | €1.60 | €20 |', '| จักรยาน | ฟรี | ฟรี |'),
      pull: 'เมื่อมีพายุจะไม่มีเรือข้ามเลย',
      when: 'ออกเมื่อไร',
      items: ['จากท่าตะวันออก: 21:40, 22:40 และ 00:40', 'จากเกาะ: สิบนาทีหลังจากนั้น', 'วันอาทิตย์ไม่มีเรือหลัง 23:10'],
      note: 'ตามบัญชีของปีนั้น',
      link: 'ห้องสมุดเปิดวันอาทิตย์',
    }),
  },
};

const SHORT: Readonly<Record<string, Readonly<Record<string, readonly [title: string, description: string]>>>> = {
  'library-hours': {
    de: ['Die Bücherei öffnet sonntags', 'Ab April ist die Stadtbücherei an sieben Tagen der Woche geöffnet.'],
    he: ['הספרייה נפתחת בימי ראשון', 'מאפריל הספרייה העירונית פתוחה שבעה ימים בשבוע.'],
    hi: ['पुस्तकालय रविवार को खुलेगा', 'अप्रैल से नगर पुस्तकालय सातों दिन खुला रहेगा।'],
    th: ['ห้องสมุดเปิดวันอาทิตย์', 'ตั้งแต่เดือนเมษายน ห้องสมุดประจำเมืองจะเปิดเจ็ดวันต่อสัปดาห์'],
  },
  'town-budget': {
    de: [
      'Stadtrat beschließt Haushalt von 212,5 Millionen Euro',
      'Büchereien bekommen mehr, Straßen weniger, und das Schwimmbad muss bis 2028 warten.',
    ],
    he: ['מועצת העיר אישרה תקציב של 212.5 מיליון אירו', 'הספריות מקבלות יותר, הכבישים פחות, והבריכה תחכה עד 2028.'],
    hi: ['नगर परिषद ने 21.25 करोड़ यूरो का बजट पारित किया', 'पुस्तकालयों को ज़्यादा, सड़कों को कम, और तरणताल को 2028 तक रुकना होगा।'],
    th: ['สภาเมืองผ่านงบประมาณ 212.5 ล้านยูโร', 'ห้องสมุดได้มากขึ้น ถนนได้น้อยลง และสระว่ายน้ำต้องรอถึงปี 2028'],
  },
  measles: {
    de: ['Zwei Dosen, eine Krankheit', 'Warum Ärzte noch immer Masernimpfungen zählen: Ein Fall kann bis zu 18 Menschen anstecken.'],
    he: ['שתי מנות, מחלה אחת', 'למה רופאים עדיין סופרים חיסוני חצבת: חולה אחד יכול להדביק 18 אנשים.'],
    hi: ['दो ख़ुराक, एक बीमारी', 'डॉक्टर अब भी खसरे के टीके क्यों गिनते हैं: एक रोगी 18 लोगों तक को संक्रमित कर सकता है।'],
    th: ['สองโดส หนึ่งโรค', 'ทำไมแพทย์ยังนับวัคซีนหัด: ผู้ป่วยหนึ่งรายแพร่เชื้อได้ถึง 18 คน'],
  },
  'pi-day': {
    de: ['Schule feiert Pi mit 314 Kuchen', 'Und eine Neunjährige sagt die ersten hundert Stellen auf.'],
    he: ['בית ספר חוגג את פאי עם 314 עוגות', 'ובת תשע מדקלמת את מאה הספרות הראשונות.'],
    hi: ['स्कूल ने 314 केक के साथ पाई दिवस मनाया', 'और नौ साल की एक बच्ची ने पहले सौ अंक सुनाए।'],
    th: ['โรงเรียนฉลองวันพายด้วยเค้ก 314 ก้อน', 'และเด็กเก้าขวบท่องร้อยหลักแรก'],
  },
  water: {
    de: ['Jedes vierte Glas', 'Etwa 2,2 Milliarden Menschen haben zu Hause kein sauberes Trinkwasser.'],
    he: ['כוס אחת מארבע', 'לכ־2.2 מיליארד בני אדם אין מי שתייה בטוחים בבית.'],
    hi: ['चार में से एक गिलास', 'क़रीब 2.2 अरब लोगों के घर में पीने का साफ़ पानी नहीं है।'],
    th: ['หนึ่งในสี่แก้ว', 'ผู้คนราว 2.2 พันล้านคนไม่มีน้ำดื่มสะอาดที่บ้าน'],
  },
  bees: {
    de: ['Bienen auf dem Rathausdach', 'Vier Stöcke, zwei Imker und ein sehr geduldiger Hausmeister.'],
    he: ['דבורים על גג בית העירייה', 'ארבע כוורות, שני כוורנים ושרת סבלני מאוד.'],
    hi: ['नगर भवन की छत पर मधुमक्खियाँ', 'चार छत्ते, दो मधुमक्खी पालक और एक बहुत धैर्यवान चौकीदार।'],
    th: ['ผึ้งบนหลังคาศาลากลาง', 'สี่รัง คนเลี้ยงผึ้งสองคน และภารโรงที่อดทนมาก'],
  },
  'tram-line': {
    de: ['Die Straßenbahn fährt bis zum Krankenhaus', 'Die Linie 4 wird nach sechs Jahren Bauzeit um drei Haltestellen verlängert.'],
    he: ['החשמלית מגיעה לבית החולים', 'קו 4 מוארך בשלוש תחנות אחרי שש שנות בנייה.'],
    hi: ['ट्राम अब अस्पताल तक जाएगी', 'छह साल के निर्माण के बाद लाइन 4 तीन स्टेशन आगे बढ़ी।'],
    th: ['รถรางไปถึงโรงพยาบาล', 'สาย 4 ขยายเพิ่มสามสถานีหลังก่อสร้างหกปี'],
  },
};

/** All stories in nine languages. */
export const wideStories: readonly StoryData[] = stories.map((story) => ({
  ...story,
  words: { ...story.words, ...(story.slug === 'night-ferry' ? FERRY : short(SHORT[story.slug] ?? {})) },
}));

function short(words: (typeof SHORT)[string]): StoryData['words'] {
  return Object.fromEntries(
    Object.entries(words).map(([locale, [title, description]]) => [
      locale,
      { title, description, body: `${description}\n\n## ${title}\n\n${description}\n` },
    ]),
  );
}
