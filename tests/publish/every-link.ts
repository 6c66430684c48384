/** Articles with what differs from generator to generator: links, anchors, footnotes, pictures, zones, addresses, scripts. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Drafts, dayOfNews, NOW, siteInput } from './newsroom.ts';

const LOCALES = ['en', 'es', 'ar', 'ja', 'zh-Hant'];

const front = (title: string, more: string) => `---\ntitle: ${JSON.stringify(title)}\ndescription: "no"\n${more}---\n\n`;

/** @param words of the locale, for every place that has some */
function boat(words: (place: string) => string): string {
  return `${words('Links')}: [${words('tram')}](../tram.md#rails), [${words('stops')}](../tram#stops), [${words('here')}](#sails), <a href="../tram.md">${words('element')}</a>, [${words('address')}](/en/tram/), [${words('old')}](/en/old-tram), [${words('reference')}][tram], [${words('elsewhere')}](https://example.com/x?a=b&c=d), [${words('withheld')}](../secret.md), [**${words('bold')}** (x)](<../tram.md#at-2026-in-figures>), [${words('paper')}](../report.pdf).

${words('Notes')}.[^1] ${words('Again')}.[^long]

![${words('Quay')}](../../images/quay.png)

![${words('Ferry')}](/pictures/ferry.png)

## ${words('Sails')}

"${words('Quoted')}" -- '${words('so')}' ... <!-- unseen -->

| ${words('Route')} | ${words('Fare')} |
|:--|--:|
| ${words('North')} | 3.20 |
| ${words('South')} | -1.60 |

### ${words('Rails')} {#own-id}

- ${words('One')}
- [${words('Two')}](#own-id)
  1. ${words('nested')}

> ${words('Quotation')} **${words('bold')}**, *${words('italic')}*.

\`\`\`js
const x = { y: "{{ z }}", t: '{% raw %}', s: "{{< s >}}" };
\`\`\`

Braces {{ title }} and {% include x %} and {# note #} and { expression } here.

Shortcodes {{< figure src="x" >}} and {{% note %}} and one without end {{< alone.

import words from daily life

[tram]: ../tram.md#stops
[^1]: ${words('First')} [${words('note')}](../tram.md).
[^long]: ${words('Long')}.

    ${words('Second')} {{ x }}.
`;
}

const tram = (words: (place: string) => string) =>
  `${words('Words')}, [${words('the boat')}](2026/boat.md#sails).\n\n## ${words('Rails')}\n\n${words('Text')}.\n\n## ${words('Stops')}\n\n${words('Text')}.\n\n## 2026 ${words('in figures')}\n\n${words('Text')}.\n`;

const SCRIPTS: Readonly<Record<string, string>> = { en: '', es: 'ñ', ar: 'كلمات ', ja: '言葉', 'zh-Hant': '文字' };

const wordsOf = (locale: string) => (place: string) => (locale === 'en' ? place : `${SCRIPTS[locale]}${place}`);

/** Spanish is reviewed and has addresses of its own; the others are machine-made; one article has no Arabic edition. */
function articlesWithLinks(): Drafts {
  const each = (text: (locale: string) => string, locales: readonly string[]) =>
    Object.fromEntries(
      locales.map(
        (locale) => [locale, { text: text(locale), state: locale === 'en' ? 'source' : locale === 'es' ? 'reviewed' : 'machine' }] as const,
      ),
    );
  const boatFront = (locale: string) =>
    front(
      `${SCRIPTS[locale]}Boat {{ x }}`,
      `date: 2026-03-20T06:40+01:00\nupdated: 2026-03-21T00:30:00+05:30\nauthors: [{ name: Ada, url: "https://ada.example/" }, Nour]\ntags: [sea]\nimage: { src: ../../images/quay.png, alt: Quay }\n${locale === 'es' ? 'slug: mar/barco\n' : ''}${locale === 'en' ? 'correction: The boat is blue.\n' : ''}`,
    );
  const tramFront = (locale: string) =>
    front(`${SCRIPTS[locale]}Trams: a "story"`, `date: 2026-03-19\naliases: [old-tram]\n${locale === 'es' ? 'slug: tranvía\n' : ''}`);
  return {
    '2026/boat': each((locale) => boatFront(locale) + boat(wordsOf(locale)), LOCALES),
    tram: each((locale) => tramFront(locale) + tram(wordsOf(locale)), ['en', 'es', 'ja', 'zh-Hant']),
    '2026-03-18-dated': each(
      (locale) => `${front(`${SCRIPTS[locale]}Dated`, 'date: 2026-03-18 23:50\n')}${SCRIPTS[locale]}To [the tram](tram.md).\n`,
      ['en', 'ar'],
    ),
    // Without a date, and by its slug out of its folder.
    'desk/about': each(
      (locale) =>
        `${front(`${SCRIPTS[locale]}About`, locale === 'es' ? 'slug: nosotros\n' : '')}${SCRIPTS[locale]}To [the tram](../tram.md).\n`,
      ['en', 'es'],
    ),
    secret: each(() => `${front('Secret', 'embargo: 2027-01-01\n')}x\n`, ['en']),
  };
}

/** @param root where pictures and papers are put */
export function inputWithLinks(root: string) {
  dayOfNews(root);
  mkdirSync(join(root, 'public/pictures'), { recursive: true });
  writeFileSync(join(root, 'public/pictures/ferry.png'), PIXEL);
  for (const locale of LOCALES) {
    mkdirSync(join(root, 'articles', locale), { recursive: true });
    writeFileSync(join(root, 'articles', locale, 'report.pdf'), '%PDF-1.4\n');
  }
  return siteInput(root, articlesWithLinks(), { locales: LOCALES, now: NOW });
}

/** A picture of one pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
