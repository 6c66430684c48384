/** A small site of Astro: one content collection, a folder a language. */

import type { Starter, StarterSite } from '../layout.ts';

const NOTE = `---
const { data } = Astro.props;
---
{data.translationNote && <div class="translation-note" role="note"><p>{data.translationNote}</p></div>}
`;

const CORRECTIONS = `---
const { data } = Astro.props;
---
{data.corrections && <section class="corrections"><h2>{data.correctionsTitle}</h2>
{data.corrections.map(({ text, date, dateText, lang }) => <p lang={lang}>{date && <time datetime={date}>{dateText}</time>} {text}</p>)}
</section>}
`;

const COLLECTION = `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const schema = z.looseObject({
  title: z.string(),
  description: z.string().optional(),
  pubDate: z.date().optional(),
  updatedDate: z.date().optional(),
  lang: z.string(),
  // The same for all languages of an article.
  translationKey: z.string(),
  // Of the page, below its language.
  address: z.string(),
  aliases: z.array(z.string()).optional(),
  translationNote: z.string().optional(),
  corrections: z.array(z.object({ text: z.string(), date: z.string().optional(), dateText: z.string().optional(), lang: z.string() })).optional(),
  correctionsTitle: z.string().optional(),
});

export const collections = { articles: defineCollection({ loader: glob({ pattern: '**/*.{md,mdx}', base: './src/content/articles' }), schema }) };
`;

const BASE = `---
import { locales } from '../locales.mjs';
const { lang, title, versions = [] } = Astro.props;
---
<!DOCTYPE html>
<html lang={lang} dir={locales[lang].direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="canonical" href={new URL(Astro.url.pathname, Astro.site)}>
{versions.map(({ data }) => <link rel="alternate" hreflang={data.lang} href={new URL(\`/\${data.lang}/\${data.address}/\`, Astro.site)}>)}
</head>
<body>
<header><p><a href={\`/\${lang}/\`}>{locales[lang].title}</a></p>
<nav>{versions.filter(({ data }) => data.lang !== lang).map(({ data }) => <a href={\`/\${data.lang}/\${data.address}/\`} lang={data.lang} hreflang={data.lang}>{locales[data.lang].name}</a>)}</nav></header>
<main><slot /></main>
</body>
</html>
`;

const ARTICLE = `---
import { getCollection, render } from 'astro:content';
import Corrections from '../components/DragomanCorrections.astro';
import Note from '../components/DragomanNote.astro';
import Base from '../layouts/Base.astro';

export async function getStaticPaths() {
  const all = await getCollection('articles');
  const versions = Map.groupBy(all, ({ data }) => data.translationKey);
  return all.map((entry) => ({
    params: { path: \`\${entry.data.lang}/\${entry.data.address}\` },
    props: { entry, versions: versions.get(entry.data.translationKey) },
  }));
}
const { entry, versions } = Astro.props;
const { data } = entry;
const { Content } = await render(entry);
---
<Base lang={data.lang} title={data.title} versions={versions}>
<article>
<h1>{data.title}</h1>
{data.pubDate && <p><time datetime={data.pubDate.toISOString()}>{data.pubDate.toISOString().slice(0, 10)}</time></p>}
<Note data={data} />
<div class="body"><Content /></div>
<Corrections data={data} />
</article>
</Base>
`;

const FRONT = `---
import { getCollection } from 'astro:content';
import Base from '../../layouts/Base.astro';
import { locales } from '../../locales.mjs';

export const getStaticPaths = () => Object.keys(locales).map((lang) => ({ params: { lang } }));
const { lang } = Astro.params;
const articles = await getCollection('articles', ({ data }) => data.lang === lang);
articles.sort((a, b) => (b.data.pubDate ?? 0) - (a.data.pubDate ?? 0));
---
<Base lang={lang} title={locales[lang].title}>
<ul>{articles.map(({ data }) => <li><a href={\`/\${lang}/\${data.address}/\`}>{data.title}</a></li>)}</ul>
</Base>
`;

const MOVED = `---
// Old addresses lead to the new ones.
import { getCollection } from 'astro:content';

export async function getStaticPaths() {
  const all = await getCollection('articles');
  return all.flatMap(({ data }) =>
    (data.aliases ?? []).map((old) => ({
      params: { old: old.replace(/^\\/+|\\/+$/g, '') },
      props: { url: \`/\${data.lang}/\${data.address}/\` },
    })),
  );
}
const { url } = Astro.props;
---
<!DOCTYPE html><html><head><meta charset="utf-8"><title>{url}</title><link rel="canonical" href={new URL(url, Astro.site)}><meta http-equiv="refresh" content={\`0; url=\${url}\`}></head><body><a href={url}>{url}</a></body></html>
`;

const configuration = ({ baseUrl, sourceLocale, locales }: StarterSite): string => `import { defineConfig } from 'astro/config';

export default defineConfig({
  site: ${JSON.stringify(baseUrl)},
  trailingSlash: 'always',
  i18n: {
    defaultLocale: ${JSON.stringify(sourceLocale)},
    locales: ${JSON.stringify(locales.map(({ tag }) => tag))},
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  // Quotation marks are the author's, and other ones in every language.
  markdown: { smartypants: false },
});
`;

export const astroStarter: Starter = {
  configurations: ['mjs', 'js', 'ts', 'mts', 'cjs', 'cts'].map((kind) => `astro.config.${kind}`),
  partials: { 'src/components/DragomanNote.astro': NOTE, 'src/components/DragomanCorrections.astro': CORRECTIONS },
  site: (site) => ({
    'astro.config.mjs': configuration(site),
    'src/content.config.ts': COLLECTION,
    'src/locales.mjs': `export const locales = ${JSON.stringify(Object.fromEntries(site.locales.map(({ tag, ...locale }) => [tag, locale])), null, 2)};\n`,
    'src/layouts/Base.astro': BASE,
    'src/pages/[...path].astro': ARTICLE,
    'src/pages/[...old].astro': MOVED,
    'src/pages/[lang]/index.astro': FRONT,
    'src/pages/index.astro': `---\nreturn Astro.redirect('/${site.sourceLocale}/');\n---\n`,
  }),
};
