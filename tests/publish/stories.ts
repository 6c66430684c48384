/** A newsroom's day for tests: one article with everything a page can hold, and short ones that fill the lists. */

interface Words {
  readonly title: string;
  readonly description: string;
  readonly body: string;
}

export interface StoryData {
  readonly slug: string;
  readonly date: string;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  /** More lines of front matter. */
  readonly more?: string;
  readonly words: Readonly<Record<string, Words>>;
}

export const table = (head: string, ...rows: string[]) => `${head}\n|:---|---:|---:|\n${rows.join('\n')}`;

export const full = (text: {
  lead: string;
  quote: string;
  second: string;
  costs: string;
  table: string;
  pull: string;
  when: string;
  items: readonly string[];
  note: string;
  link: string;
}) => `${text.lead}

> ${text.quote}
>
> — Ada Lindqvist

${text.second}[^1]

## ${text.costs}

${text.table}

<aside class="pull">${text.pull}</aside>

![${text.costs}](../images/quay.png "${text.when}")

### ${text.when}

${text.items.map((item) => `- ${item}`).join('\n')}

1. **21:40**
2. *22:40*

\`\`\`js
const tide = Math.sin(hours / 12.42);
\`\`\`

[${text.link}](library-hours.md) · [${text.costs}](#what-it-costs)

[^1]: ${text.note}
`;

export const stories: readonly StoryData[] = [
  {
    slug: 'night-ferry',
    date: '2026-03-22T21:30:00',
    tags: ['transport', 'harbour'],
    authors: ['Ada Lindqvist', 'Tomàs Ribera'],
    more: 'image:\n  src: ../images/ferry.png\n  alt: Ferry\n  caption: Grey Heron',
    words: {
      en: {
        title: 'Night ferries return to Quillhaven after eleven years',
        description: 'The last boat now leaves at 00:40, and a single ticket costs €3.20.',
        body: full({
          lead: 'The night ferry is back. On Monday at 23:10 the *Grey Heron* left the east quay with 214 passengers, two bakers and a piano on board.',
          quote: 'We had hoped for a hundred people. We stopped counting at two hundred.',
          second: 'The service was cut in 2015, when the town council needed to save €1.4 million a year',
          costs: 'What it costs',
          table: table('| Ticket | Single | Month |', '| Adult | €3.20 | €48 |', '| Under 18 | €1.60 | €20 |', '| Bicycle | free | free |'),
          pull: 'In a storm there is no crossing at all.',
          when: 'When it leaves',
          items: ['from the east quay: 21:40, 22:40 and 00:40', 'from the island: ten minutes later', 'on Sundays no boat after 23:10'],
          note: 'According to the accounts of that year.',
          link: 'The library opens on Sundays',
        }),
      },
      es: {
        title: 'Los transbordadores nocturnos vuelven a Quillhaven después de once años',
        description: 'El último barco sale ahora a las 00:40, y el billete sencillo cuesta 3,20 €.',
        body: full({
          lead: 'El transbordador nocturno ha vuelto. El lunes a las 23:10 el *Grey Heron* dejó el muelle este con 214 pasajeros, dos panaderos y un piano a bordo.',
          quote: 'Esperábamos a cien personas. Dejamos de contar al llegar a doscientas.',
          second: 'El servicio se suprimió en 2015, cuando el ayuntamiento tuvo que ahorrar 1,4 millones de euros al año',
          costs: 'Cuánto cuesta',
          table: table(
            '| Billete | Sencillo | Mes |',
            '| Adulto | 3,20 € | 48 € |',
            '| Menores de 18 | 1,60 € | 20 € |',
            '| Bicicleta | gratis | gratis |',
          ),
          pull: 'Con tormenta no hay ninguna travesía.',
          when: 'Cuándo sale',
          items: [
            'del muelle este: 21:40, 22:40 y 00:40',
            'de la isla: diez minutos más tarde',
            'los domingos no hay barco después de las 23:10',
          ],
          note: 'Según las cuentas de aquel año.',
          link: 'La biblioteca abre los domingos',
        }),
      },
      uk: {
        title: 'Нічні пороми повертаються до Квілгейвена через одинадцять років',
        description: 'Останній рейс тепер вирушає о 00:40, а квиток в один бік коштує 3,20 €.',
        body: full({
          lead: 'Нічний пором повернувся. У понеділок о 23:10 *«Сіра чапля»* відійшла від східного причалу з 214 пасажирами, двома пекарями й піаніно на борту.',
          quote: 'Ми сподівалися на сотню людей. На двохстах ми перестали рахувати.',
          second: 'Рейс скасували 2015 року, коли міській раді довелося заощаджувати 1,4 мільйона євро на рік',
          costs: 'Скільки це коштує',
          table: table(
            '| Квиток | Разовий | Місячний |',
            '| Дорослий | 3,20 € | 48 € |',
            '| До 18 років | 1,60 € | 20 € |',
            '| Велосипед | безкоштовно | безкоштовно |',
          ),
          pull: 'У шторм переправи немає зовсім.',
          when: 'Коли вирушає',
          items: ['зі східного причалу: 21:40, 22:40 і 00:40', 'з острова: на десять хвилин пізніше', 'у неділю після 23:10 рейсів немає'],
          note: 'За звітом того року.',
          link: 'Бібліотека працює щонеділі',
        }),
      },
      ar: {
        title: 'عبّارات الليل تعود إلى كويلهافن بعد أحد عشر عامًا',
        description: 'تغادر آخر رحلة الآن عند الساعة 00:40، وثمن تذكرة الذهاب 3.20 يورو.',
        body: full({
          lead: 'عادت عبّارة الليل. غادرت *«مالك الحزين»* الرصيف الشرقي مساء الاثنين عند الساعة 23:10 وعلى متنها 214 راكبًا وخبّازان وبيانو.',
          quote: 'كنا نأمل في مئة راكب، ثم توقفنا عن العدّ عند المئتين.',
          second: 'أُلغيت الخدمة عام 2015 حين احتاج المجلس البلدي إلى توفير 1.4 مليون يورو في السنة',
          costs: 'كم تكلّف',
          table: table(
            '| التذكرة | ذهاب | شهر |',
            '| بالغ | 3.20 € | 48 € |',
            '| دون 18 عامًا | 1.60 € | 20 € |',
            '| دراجة | مجانًا | مجانًا |',
          ),
          pull: 'لا عبور إطلاقًا في أثناء العاصفة.',
          when: 'متى تغادر',
          items: ['من الرصيف الشرقي: 21:40 و22:40 و00:40', 'من الجزيرة: بعد عشر دقائق', 'لا رحلات يوم الأحد بعد 23:10'],
          note: 'بحسب حسابات تلك السنة.',
          link: 'المكتبة تفتح أيام الأحد',
        }),
      },
      ja: {
        title: '夜行フェリー、11年ぶりにクイルヘイブンへ',
        description: '最終便は午前0時40分発、片道運賃は3.20ユーロ。',
        body: full({
          lead: '夜行フェリーが帰ってきた。月曜日の午後11時10分、*「グレー・ヘロン」号*は214人の乗客と2人のパン職人、1台のピアノを乗せて東埠頭を出た。',
          quote: '100人も来ればと思っていました。200人で数えるのをやめました。',
          second: '町議会が年間140万ユーロの節約を迫られた2015年に、この便は**廃止**された',
          costs: '運賃',
          table: table(
            '| 券種 | 片道 | 1か月 |',
            '| 大人 | 3.20ユーロ | 48ユーロ |',
            '| 18歳未満 | 1.60ユーロ | 20ユーロ |',
            '| 自転車 | 無料 | 無料 |',
          ),
          pull: '嵐のときは一切運航しない。',
          when: '出発時刻',
          items: ['東埠頭発：21時40分、22時40分、0時40分', '島発：10分後', '日曜日は23時10分以降の便なし'],
          note: '同年の決算による。',
          link: '図書館、日曜も開館',
        }),
      },
    },
  },
  short('library-hours', '2026-03-21', ['culture'], {
    en: ['The library opens on Sundays', 'From April the town library is open seven days a week.'],
    es: ['La biblioteca abre los domingos', 'A partir de abril la biblioteca municipal abre los siete días de la semana.'],
    uk: ['Бібліотека працюватиме щонеділі', 'Із квітня міська бібліотека відчинена сім днів на тиждень.'],
    ar: ['المكتبة تفتح أبوابها أيام الأحد', 'تفتح مكتبة المدينة سبعة أيام في الأسبوع ابتداءً من أبريل.'],
    ja: ['図書館、日曜も開館へ', '町の図書館は4月から週7日開館する。'],
  }),
  short('town-budget', '2026-03-19', ['council', 'money'], {
    en: [
      'Town council passes a budget of €212.5 million',
      'Libraries get more, roads get less, and the swimming pool has to wait until 2028.',
    ],
    es: [
      'El ayuntamiento aprueba un presupuesto de 212,5 millones de euros',
      'Más para las bibliotecas, menos para las calles, y la piscina tendrá que esperar hasta 2028.',
    ],
    uk: [
      'Міська рада ухвалила бюджет на 212,5 мільйона євро',
      'Бібліотеки отримають більше, дороги менше, а басейн чекатиме до 2028 року.',
    ],
    ar: ['المجلس البلدي يقرّ موازنة قدرها 212.5 مليون يورو', 'المزيد للمكتبات والأقل للطرق، وعلى المسبح أن ينتظر حتى عام 2028.'],
    ja: ['町議会、2億1250万ユーロの予算を可決', '図書館は増額、道路は減額、プールは2028年まで持ち越しとなった。'],
  }),
  short('measles', '2026-03-18', ['health'], {
    en: ['Two doses, one disease', 'Why doctors still count measles vaccinations: one case can infect up to 18 people.'],
    es: ['Dos dosis, una enfermedad', 'Por qué los médicos siguen contando vacunas: un caso puede contagiar a 18 personas.'],
    uk: ['Дві дози, одна хвороба', 'Чому лікарі досі рахують щеплення від кору: один хворий може заразити 18 людей.'],
    ar: ['جرعتان ومرض واحد', 'لماذا لا يزال الأطباء يحصون لقاحات الحصبة: حالة واحدة قد تعدي 18 شخصًا.'],
    ja: ['2回の接種で防ぐ一つの病気', 'はしか1人から最大18人に感染するため、医師は今も接種数を数える。'],
  }),
  short('pi-day', '2026-03-14', ['schools'], {
    en: ['School celebrates pi with 314 cakes', 'And a nine-year-old recites the first hundred digits.'],
    es: ['Una escuela celebra el número pi con 314 tartas', 'Y una niña de nueve años recita las primeras cien cifras.'],
    uk: ['Школа відзначила день числа пі 314 тортами', 'А дев’ятирічна учениця продекламувала першу сотню цифр.'],
    ar: ['مدرسة تحتفل بالعدد باي بـ314 كعكة', 'وطفلة في التاسعة تتلو أول مئة رقم.'],
    ja: ['円周率の日に314個のケーキ', '9歳の児童が最初の100桁を暗唱した。'],
  }),
  short('water', '2026-03-12', ['water'], {
    en: ['One glass in four', 'Some 2.2 billion people have no safe drinking water at home.'],
    es: ['Uno de cada cuatro vasos', 'Unos 2200 millones de personas no tienen agua potable segura en casa.'],
    uk: ['Одна склянка з чотирьох', 'Близько 2,2 мільярда людей не мають удома безпечної питної води.'],
    ar: ['كوب من كل أربعة', 'نحو 2.2 مليار إنسان بلا مياه شرب مأمونة في منازلهم.'],
    ja: ['4杯に1杯', '約22億人の家庭に安全な飲み水がない。'],
  }),
  short('bees', '2026-03-10', ['nature'], {
    en: ['Bees on the roof of the town hall', 'Four hives, two beekeepers and a very patient caretaker.'],
    es: ['Abejas en el tejado del ayuntamiento', 'Cuatro colmenas, dos apicultores y un conserje muy paciente.'],
    uk: ['Бджоли на даху ратуші', 'Чотири вулики, два пасічники й дуже терплячий сторож.'],
    ar: ['نحل على سطح دار البلدية', 'أربع خلايا ونحّالان وحارس صبور جدًا.'],
    ja: ['役場の屋上にミツバチ', '巣箱四つ、養蜂家二人、そしてとても辛抱強い管理人。'],
  }),
  short('tram-line', '2026-03-08', ['transport'], {
    en: ['The tram goes to the hospital', 'Line 4 is extended by three stops after six years of building.'],
    es: ['El tranvía llega al hospital', 'La línea 4 gana tres paradas tras seis años de obras.'],
    uk: ['Трамвай іде до лікарні', 'Лінію 4 продовжено на три зупинки після шести років будівництва.'],
    ar: ['الترام يصل إلى المستشفى', 'ثلاث محطات جديدة على الخط 4 بعد ست سنوات من البناء.'],
    ja: ['路面電車、病院まで延伸', '6年の工事を経て4号線が3停留所延びた。'],
  }),
];

function short(slug: string, date: string, tags: string[], words: Record<string, [title: string, description: string]>): StoryData {
  const texts = Object.entries(words).map(([locale, [title, description]]) => [
    locale,
    { title, description, body: `${description}\n\n## ${title}\n\n${description}\n` },
  ]);
  return { slug, date, tags, authors: ['Nour Haddad'], words: Object.fromEntries(texts) as Record<string, Words> };
}
