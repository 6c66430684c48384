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

/** About three kilobytes, as a news article has, with what Markdown has of markup. */
export function articleMarkdown(index: number, locale: string): string {
  const next = numbers(index + 1);
  const words = WORDS[locale as keyof typeof WORDS];
  const word = () => words[Math.floor(next() * words.length)] as string;
  const sentence = (count: number) => {
    const text = Array.from({ length: count }, word).join(' ');
    return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 4 }, () => sentence(9 + Math.floor(next() * 8))).join(' ');
  const day = new Date(Date.UTC(2020, 0, 1) + index * 5 * 3_600_000).toISOString().slice(0, 16);
  return `---
title: "${sentence(6).slice(0, -1)} ${index}"
description: "${sentence(12)}"
date: ${day}
authors: [Ada Lindqvist]
tags: [${['transport', 'council', 'culture', 'health', 'schools', 'water', 'nature', 'money'][index % 8]}]
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

export function eleventyFiles(locales: readonly string[]): Record<string, string> {
  return {
    'package.json': '{"type":"module"}',
    'eleventy.config.js': `import { EleventyI18nPlugin } from '@11ty/eleventy';
export default function (config) {
  config.addPlugin(EleventyI18nPlugin, { defaultLanguage: 'en', errorMode: 'never' });
  config.addFilter('json', (value) => JSON.stringify(value).replaceAll('<', '\\\\u003c'));
  config.addFilter('readable', (date, lang) => new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(date));
  return { dir: { output: 'site', includes: '_includes' } };
}
`,
    '_includes/article.njk': `<!DOCTYPE html>
<html lang="{{ page.lang }}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }} – Courier</title>
<meta name="description" content="{{ description }}">
<link rel="canonical" href="https://courier.example{{ page.url }}">
<link rel="alternate" hreflang="{{ page.lang }}" href="https://courier.example{{ page.url }}">
{% for link in page.url | locale_links %}<link rel="alternate" hreflang="{{ link.lang }}" href="https://courier.example{{ link.url }}">
{% endfor %}<link rel="alternate" hreflang="x-default" href="https://courier.example{{ page.url | locale_url('en') }}">
<link rel="stylesheet" href="/style.css">
<link rel="alternate" type="application/atom+xml" href="/{{ page.lang }}/feed.xml">
<meta property="og:type" content="article">
<meta property="og:title" content="{{ title }}">
<meta property="og:description" content="{{ description }}">
<meta property="og:url" content="https://courier.example{{ page.url }}">
<meta property="og:locale" content="{{ page.lang }}">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":{{ title | json | safe }},"inLanguage":"{{ page.lang }}","datePublished":{{ page.date | json | safe }}}</script>
</head>
<body>
<nav><ul><li><a href="{{ page.url }}" lang="{{ page.lang }}" aria-current="page">{{ page.lang }}</a></li>{% for link in page.url | locale_links %}<li><a href="{{ link.url }}" lang="{{ link.lang }}">{{ link.label }}</a></li>{% endfor %}</ul></nav>
<main><article><h1>{{ title }}</h1><p>{{ description }}</p><p><time>{{ page.date | readable(page.lang) }}</time></p>{{ content | safe }}</article></main>
</body>
</html>
`,
    ...Object.fromEntries(locales.map((locale) => [`${locale}/${locale}.json`, `{"layout":"article.njk","tags":["articles-${locale}"]}`])),
    ...Object.fromEntries(
      locales.map((locale) => [
        `${locale}/index.njk`,
        `---
layout: false
eleventyExcludeFromCollections: true
pagination: { data: collections.articles-${locale}, size: 20, alias: articles, reverse: true }
permalink: "/${locale}/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}index.html"
---
<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"><title>Courier</title></head><body>{% for article in articles %}<article><h2><a href="{{ article.url }}">{{ article.data.title }}</a></h2><p>{{ article.data.description }}</p><time>{{ article.date | readable('${locale}') }}</time></article>{% endfor %}</body></html>
`,
      ]),
    ),
  };
}
