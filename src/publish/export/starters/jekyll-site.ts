/** A small site of Jekyll 4 without plugins: posts a language, paired by `ref`. */

import type { Starter, StarterSite } from '../layout.ts';

const NOTE = `{% if page.translationNote %}<div class="translation-note" role="note"><p>{{ page.translationNote | escape }}</p></div>{% endif %}
`;

const CORRECTIONS = `{% if page.corrections %}<section class="corrections"><h2>{{ page.correctionsTitle | escape }}</h2>
{% for correction in page.corrections %}<p lang="{{ correction.lang }}">{% if correction.date %}<time datetime="{{ correction.date }}">{{ correction.dateText }}</time> {% endif %}{{ correction.text | escape }}</p>
{% endfor %}</section>{% endif %}
`;

const BASE = `<!DOCTYPE html>
{% assign locale = site.locales | where: "tag", page.lang | first %}<html lang="{{ page.lang }}" dir="{{ locale.direction }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ page.title | default: locale.title | escape }}</title>
<link rel="canonical" href="{{ page.url | absolute_url }}">
{% if page.ref %}{% assign pages = site.pages | where: "ref", page.ref %}{% assign versions = site.posts | where: "ref", page.ref | concat: pages %}{% for version in versions %}<link rel="alternate" hreflang="{{ version.lang }}" href="{{ version.url | absolute_url }}">
{% endfor %}{% endif %}</head>
<body>
<header><p><a href="{{ '/' | append: page.lang | append: '/' | relative_url }}">{{ locale.title | escape }}</a></p>
<nav>{% for version in versions %}{% unless version.lang == page.lang %}{% assign other = site.locales | where: "tag", version.lang | first %}<a href="{{ version.url | relative_url }}" lang="{{ version.lang }}" hreflang="{{ version.lang }}">{{ other.name }}</a> {% endunless %}{% endfor %}</nav></header>
<main>{{ content }}</main>
</body>
</html>
`;

const ARTICLE = `---
layout: default
---
<article>
<h1>{{ page.title | escape }}</h1>
{% if page.date %}<p><time datetime="{{ page.date | date_to_xmlschema }}">{{ page.date | date: "%Y-%m-%d" }}</time></p>{% endif %}
{% include dragoman-note.html %}
<div class="body">{{ content }}</div>
{% include dragoman-corrections.html %}
</article>
`;

const front = (tag: string): string => `---
layout: default
lang: ${tag}
permalink: /${tag}/
---
<ul>{% for post in site.posts %}{% if post.lang == page.lang %}<li><a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a></li>
{% endif %}{% endfor %}{% assign undated = site.pages | where: "lang", page.lang %}{% for one in undated %}{% if one.ref %}<li><a href="{{ one.url | relative_url }}">{{ one.title | escape }}</a></li>
{% endif %}{% endfor %}</ul>
`;

function configuration({ baseUrl, sourceLocale, locales, timeZone }: StarterSite): string {
  const { origin, pathname } = new URL(baseUrl);
  const title = locales.find(({ tag }) => tag === sourceLocale)?.title ?? '';
  return `title: ${JSON.stringify(title)}
url: ${JSON.stringify(origin)}
baseurl: ${JSON.stringify(pathname.replace(/\/$/, ''))}
timezone: ${JSON.stringify(timeZone)}
permalink: /:categories/:title/
# What is exported may be read.
future: true
kramdown:
  # Quotation marks and dashes are the author's, and other ones in every language.
  smart_quotes: ["apos", "apos", "quot", "quot"]
  typographic_symbols: { hellip: "...", mdash: "---", ndash: "--", laquo: "<<", raquo: ">>", laquo_space: "<< ", raquo_space: " >>" }
locales:
${locales.map((locale) => `  - ${JSON.stringify(locale)}\n`).join('')}`;
}

export const jekyllStarter: Starter = {
  configurations: ['_config.yml', '_config.yaml', '_config.toml'],
  partials: { '_includes/dragoman-note.html': NOTE, '_includes/dragoman-corrections.html': CORRECTIONS },
  site: (site) => ({
    '_config.yml': configuration(site),
    '_layouts/default.html': BASE,
    '_layouts/post.html': ARTICLE,
    ...Object.fromEntries(site.locales.map(({ tag }) => [`${tag}/index.html`, front(tag)])),
  }),
};
