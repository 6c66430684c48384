/** A small site of Eleventy 3 with its i18n plugin. */

import type { Starter, StarterSite } from '../layout.ts';

const NOTE = `{% if translationNote %}<div class="translation-note" role="note"><p>{{ translationNote }}</p></div>{% endif %}
`;

const CORRECTIONS = `{% if corrections %}<section class="corrections"><h2>{{ correctionsTitle }}</h2>
{% for correction in corrections %}<p lang="{{ correction.lang }}">{% if correction.date %}<time datetime="{{ correction.date }}">{{ correction.dateText }}</time> {% endif %}{{ correction.text }}</p>
{% endfor %}</section>{% endif %}
`;

const BASE = `<!DOCTYPE html>
<html lang="{{ lang }}" dir="{{ locales[lang].direction }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
{% for link in page.url | locale_links %}<link rel="alternate" hreflang="{{ link.lang }}" href="{{ link.url | absolute }}">
{% endfor %}<link rel="canonical" href="{{ page.url | absolute }}">
</head>
<body>
<header><p><a href="/{{ lang }}/">{{ locales[lang].title }}</a></p>
<nav>{% for link in page.url | locale_links %}<a href="{{ link.url }}" lang="{{ link.lang }}" hreflang="{{ link.lang }}">{{ locales[link.lang].name }}</a> {% endfor %}</nav></header>
<main>{{ content | safe }}</main>
</body>
</html>
`;

const ARTICLE = `---
layout: base.njk
---
<article>
<h1>{{ title }}</h1>
{% if date %}<p><time datetime="{{ page.date.toISOString() }}">{{ page.date.toISOString() | truncate(10, true, "") }}</time></p>{% endif %}
{% include "dragoman-note.njk" %}
<div class="body">{{ content | safe }}</div>
{% include "dragoman-corrections.njk" %}
</article>
`;

const front = (tag: string, title: string): string => `---
layout: base.njk
lang: ${tag}
title: ${JSON.stringify(title)}
permalink: /${tag}/index.html
eleventyExcludeFromCollections: true
---
<ul>{% for article in collections.all | reverse %}{% if article.data.lang == lang %}<li><a href="{{ article.url }}">{{ article.data.title }}</a></li>
{% endif %}{% endfor %}</ul>
`;

const MOVED = `---
layout: false
eleventyExcludeFromCollections: true
pagination: { data: collections.moved, size: 1, alias: old }
permalink: "{{ old.path }}index.html"
---
<!DOCTYPE html><meta charset="utf-8"><title>{{ old.url }}</title><link rel="canonical" href="{{ old.url | absolute }}"><meta http-equiv="refresh" content="0; url={{ old.url }}"><a href="{{ old.url }}">{{ old.url }}</a>
`;

const configuration = ({ sourceLocale, locales, baseUrl }: StarterSite): string => `import { EleventyI18nPlugin } from '@11ty/eleventy';

const locales = ${JSON.stringify(Object.fromEntries(locales.map(({ tag, ...locale }) => [tag, locale])), null, 2)};

export default function (config) {
  config.addPlugin(EleventyI18nPlugin, { defaultLanguage: ${JSON.stringify(sourceLocale)}, errorMode: 'never' });
  config.addPassthroughCopy({ public: '/' });
  config.addGlobalData('locales', locales);
  config.addFilter('absolute', (path) => new URL(path, ${JSON.stringify(baseUrl)}).href);
  // Old addresses lead to the new ones.
  config.addCollection('moved', (api) =>
    api.getAll().flatMap(({ url, data }) => (data.aliases ?? []).map((path) => ({ path: path.replace(/\\/?$/, '/'), url }))),
  );
  return { dir: { input: 'content', includes: '../_includes' } };
}
`;

export const eleventyStarter: Starter = {
  configurations: ['.eleventy.js', ...['js', 'mjs', 'cjs', 'ts'].map((kind) => `eleventy.config.${kind}`)],
  partials: { '_includes/dragoman-note.njk': NOTE, '_includes/dragoman-corrections.njk': CORRECTIONS },
  site: (site) => ({
    'eleventy.config.mjs': configuration(site),
    '_includes/base.njk': BASE,
    '_includes/article.njk': ARTICLE,
    'content/moved.njk': MOVED,
    ...Object.fromEntries(
      site.locales.flatMap(({ tag, title }) => [
        [`content/${tag}/${tag}.json`, '{ "layout": "article.njk" }\n'],
        [`content/${tag}-front.njk`, front(tag, title)],
      ]),
    ),
  }),
};
