/** Made-up articles for the bench of the site, and Eleventy's side of it: the same head, alternates by its i18n plugin. */

const WORDS = {
  en: 'harbour council ferry night budget library school water morning evening office report number people street bridge winter market price doctor river train ticket question answer history garden window paper letter minister village'.split(
    ' ',
  ),
  es: 'puerto ayuntamiento transbordador noche presupuesto biblioteca escuela agua mañana tarde oficina informe número gente calle puente invierno mercado precio médico río tren billete pregunta respuesta historia jardín ventana papel carta ministro pueblo'.split(
    ' ',
  ),
} as const;

/** A small generator of numbers (mulberry32), so that every run has the same articles. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * About three kilobytes, as a news article has, with what Markdown has of markup.
 * @param tags the key of its topic: Eleventy makes collections of `tags`, so its side has another
 */
export function articleMarkdown(index: number, locale: string, tags: 'tags' | 'topic'): string {
  const next = numbers(index + 1);
  const words = WORDS[locale as keyof typeof WORDS];
  const word = () => words[Math.floor(next() * words.length)] as string;
  const sentence = (count: number) => {
    const text = Array.from({ length: count }, word).join(' ');
    return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 4 }, () => sentence(9 + Math.floor(next() * 8))).join(' ');
  const topic = ['transport', 'council', 'culture', 'health', 'schools', 'water', 'nature', 'money'][index % 8];
  const day = new Date(Date.UTC(2020, 0, 1) + index * 5 * 3_600_000).toISOString().slice(0, 16);
  return `---
title: "${sentence(6).slice(0, -1)} ${index}"
description: "${sentence(12)}"
date: ${day}
authors: [Ada Lindqvist]
${tags}: ${tags === 'tags' ? `[${topic}]` : topic}
---

${paragraph()}

${paragraph()} **${word()}** and *${word()}*, [${word()}](https://example.com/${index}).

## ${sentence(4).slice(0, -1)}

${paragraph()}

> ${sentence(14)}

- ${sentence(7)}
- ${sentence(8)}
- ${sentence(6)}

### ${sentence(3).slice(0, -1)}

| ${word()} | ${word()} | ${word()} |
|:---|---:|---:|
| ${word()} | 3.20 | 48 |
| ${word()} | 1.60 | 20 |

${paragraph()}

${paragraph()} \`${word()}\`
`;
}

/** Everything that Dragoman's site has of pages: articles, front pages, topics, feeds, sitemaps; dates and languages by Intl. */
export function eleventyFiles(locales: readonly string[]): Record<string, string> {
  return {
    'package.json': '{"type":"module"}',
    'eleventy.config.js': CONFIG,
    '_includes/head.njk': HEAD,
    '_includes/article.njk': ARTICLE,
    ...Object.fromEntries(locales.flatMap((locale) => Object.entries(localeFiles(locale)))),
  };
}

const CONFIG = `import { EleventyI18nPlugin } from '@11ty/eleventy';
const formats = {};
const names = {};
export default function (config) {
  config.addPlugin(EleventyI18nPlugin, { defaultLanguage: 'en', errorMode: 'never' });
  config.addFilter('json', (value) => JSON.stringify(value).replaceAll('<', '\\u003c'));
  config.addFilter('readable', (date, lang) => (formats[lang] ??= new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' })).format(date));
  config.addFilter('autonym', (lang) => (names[lang] ??= new Intl.DisplayNames([lang], { type: 'language' })).of(lang));
  config.addFilter('newest', (list, count) => list.slice(-count).reverse());
  for (const lang of ['en', 'es'])
    config.addCollection('topics-' + lang, (api) => {
      const topics = {};
      for (const article of api.getFilteredByTag('articles-' + lang).toReversed()) (topics[article.data.topic] ??= []).push(article);
      const size = 20;
      return Object.entries(topics).flatMap(([topic, all]) =>
        Array.from({ length: Math.ceil(all.length / size) }, (_, page) => ({ topic, page, pages: Math.ceil(all.length / size), total: all.length, articles: all.slice(page * size, (page + 1) * size) })));
    });
  return { dir: { output: 'site', includes: '_includes' } };
}
`;

const HEAD = `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<title>{{ title }} – Courier</title>
<meta name="description" content="{{ description }}">
<link rel="canonical" href="https://courier.example{{ page.url }}">
<link rel="alternate" hreflang="{{ page.lang }}" href="https://courier.example{{ page.url }}">
{% for link in page.url | locale_links %}<link rel="alternate" hreflang="{{ link.lang }}" href="https://courier.example{{ link.url }}">
{% endfor %}<link rel="alternate" hreflang="x-default" href="https://courier.example{{ page.url | locale_url('en') }}">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/style.css">
<link rel="alternate" type="application/atom+xml" href="/{{ page.lang }}/feed.xml">
<link rel="alternate" type="application/feed+json" href="/{{ page.lang }}/feed.json">
<meta property="og:type" content="article">
<meta property="og:title" content="{{ title }}">
<meta property="og:description" content="{{ description }}">
<meta property="og:url" content="https://courier.example{{ page.url }}">
<meta property="og:site_name" content="Courier">
<meta property="og:locale" content="{{ page.lang }}">
{% for link in page.url | locale_links %}<meta property="og:locale:alternate" content="{{ link.lang }}">
{% endfor %}<meta property="article:published_time" content="{{ page.date.toISOString() }}">
<meta property="article:tag" content="{{ topic }}">
<meta name="twitter:card" content="summary">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","@id":"https://courier.example{{ page.url }}","headline":{{ title | json | safe }},"description":{{ description | json | safe }},"inLanguage":"{{ page.lang }}","datePublished":{{ page.date | json | safe }},"author":{{ authors | json | safe }},"keywords":{{ topic | json | safe }},"publisher":{"@type":"NewsMediaOrganization","name":"Courier"}}</script>`;

const SWITCHER = `<nav aria-label="Languages"><ul><li><a href="{{ page.url }}" lang="{{ page.lang }}" hreflang="{{ page.lang }}" aria-current="page">{{ page.lang | autonym }}</a></li>{% for link in page.url | locale_links %}<li><a href="{{ link.url }}" lang="{{ link.lang }}" hreflang="{{ link.lang }}">{{ link.lang | autonym }}</a></li>{% endfor %}</ul></nav>`;

const ARTICLE = `<!DOCTYPE html>
<html lang="{{ page.lang }}" dir="ltr">
<head>
{% include "head.njk" %}
</head>
<body>
<a href="#main">Skip to content</a>
<header>${SWITCHER}<p><a href="/{{ page.lang }}/">Courier</a></p></header>
<main id="main"><article><header><p><a href="/{{ page.lang }}/tag/{{ topic }}/">{{ topic }}</a></p><h1>{{ title }}</h1><p>{{ description }}</p>
<p>{{ authors | join(', ') }}</p><p><time datetime="{{ page.date.toISOString() }}">{{ page.date | readable(page.lang) }}</time></p></header>
<div>{{ content | safe }}</div></article></main>
<footer><a href="/{{ page.lang }}/feed.xml">Atom</a> <a href="/{{ page.lang }}/feed.json">JSON</a></footer>
</body>
</html>
`;

const STORY = (locale: string) =>
  `<article><p><a href="/${locale}/tag/{{ article.data.topic }}/">{{ article.data.topic }}</a></p><h2><a href="{{ article.url }}">{{ article.data.title }}</a></h2><p>{{ article.data.description }}</p><time datetime="{{ article.date.toISOString() }}">{{ article.date | readable('${locale}') }}</time></article>`;

const LIST = (locale: string, title: string, articles: string) => `<!DOCTYPE html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${title}</title><link rel="canonical" href="https://courier.example{{ page.url }}"><link rel="stylesheet" href="/style.css"></head>
<body><main>{% for article in ${articles} %}${STORY(locale)}{% endfor %}</main></body></html>
`;

function localeFiles(locale: string): Record<string, string> {
  const own = (name: string, front: string, body: string) => ({
    [`${locale}/${name}`]: `---\nlayout: false\neleventyExcludeFromCollections: true\n${front}\n---\n${body}`,
  });
  const all = `collections.articles-${locale}`;
  return {
    [`${locale}/${locale}.json`]: JSON.stringify({ layout: 'article.njk', tags: [`articles-${locale}`] }),
    ...own(
      'front.njk',
      `pagination: { data: ${all}, size: 20, alias: articles, reverse: true }\npermalink: "/${locale}/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}index.html"`,
      LIST(locale, 'Courier', 'articles'),
    ),
    ...own(
      'topics.njk',
      `pagination: { data: collections.topics-${locale}, size: 1, alias: list }\npermalink: "/${locale}/tag/{{ list.topic }}/{% if list.page > 0 %}page/{{ list.page + 1 }}/{% endif %}index.html"`,
      LIST(locale, '{{ list.topic }}', 'list.articles'),
    ),
    ...own(
      'feed.njk',
      `permalink: /${locale}/feed.xml`,
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}"><title>Courier</title>{% for article in collections['articles-${locale}'] | newest(20) %}<entry><title>{{ article.data.title }}</title><id>urn:{{ article.url }}</id><updated>{{ article.date.toISOString() }}</updated><content type="html">{{ article.templateContent }}</content></entry>{% endfor %}</feed>\n`,
    ),
    ...own(
      'json.njk',
      `permalink: /${locale}/feed.json`,
      `{"items":[{% for article in collections['articles-${locale}'] | newest(20) %}{"title":{{ article.data.title | json | safe }},"content_html":{{ article.templateContent | json | safe }}}{% if not loop.last %},{% endif %}{% endfor %}]}\n`,
    ),
    ...own(
      'sitemap.njk',
      `permalink: /sitemap-${locale}.xml`,
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for article in collections['articles-${locale}'] %}<url><loc>https://courier.example{{ article.url }}</loc><lastmod>{{ article.date.toISOString() }}</lastmod></url>{% endfor %}</urlset>\n`,
    ),
  };
}
