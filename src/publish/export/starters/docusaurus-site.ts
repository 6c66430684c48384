/** A small site of Docusaurus 3: the articles are its blog. */

import type { Starter, StarterSite } from '../layout.ts';

/** Around the text of a post, whatever else a theme does with it. */
const CONTENT = `import React from 'react';
import { useBlogPost } from '@docusaurus/plugin-content-blog/client';
import Content from '@theme-original/BlogPostItem/Content';
import DragomanNote from '@site/src/components/DragomanNote';
import DragomanCorrections from '@site/src/components/DragomanCorrections';

export default function ContentWithNotes(props) {
  const { metadata, isBlogPostPage } = useBlogPost();
  if (!isBlogPostPage) return <Content {...props} />;
  return (
    <>
      <DragomanNote frontMatter={metadata.frontMatter} />
      <Content {...props} />
      <DragomanCorrections frontMatter={metadata.frontMatter} />
    </>
  );
}
`;

const NOTE = `import React from 'react';

export default function DragomanNote({ frontMatter: { translationNote } }) {
  if (!translationNote) return null;
  return (
    <div className="translation-note" role="note">
      <p>{translationNote}</p>
    </div>
  );
}
`;

const CORRECTIONS = `import React from 'react';

export default function DragomanCorrections({ frontMatter: { corrections, correctionsTitle } }) {
  if (!corrections) return null;
  return (
    <section className="corrections">
      <h2>{correctionsTitle}</h2>
      {corrections.map(({ text, date, dateText, lang }) => (
        <p key={text} lang={lang}>
          {date && <time dateTime={date}>{dateText}</time>} {text}
        </p>
      ))}
    </section>
  );
}
`;

const HOME = `import React from 'react';
import { Redirect } from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';

export default function Home() {
  return <Redirect to={useBaseUrl('/blog')} />;
}
`;

/** Docusaurus has no page at `/404`, where its language menu leads to from the page of that name, and knows nothing of `aliases`. */
const ADDRESSES = `import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages that lead on: from the old addresses of posts ("aliases" in the front matter), and from /404. */
export default function dragomanAddresses({ siteConfig: { baseUrl, url } }) {
  const moved = new Map([[baseUrl + '404/', baseUrl]]);
  return {
    name: 'dragoman-addresses',
    allContentLoaded({ allContent }) {
      for (const { blogPosts = [] } of Object.values(allContent['docusaurus-plugin-content-blog'] ?? {}))
        for (const { metadata } of blogPosts)
          for (const alias of metadata.frontMatter.aliases ?? []) moved.set(encodeURI(alias), metadata.permalink);
    },
    postBuild({ outDir }) {
      for (const [from, to] of moved) {
        if (!from.startsWith(baseUrl)) continue;
        const path = decodeURI(from.slice(baseUrl.length));
        const file = join(outDir, /\\.html?$/.test(path) ? path : join(path, 'index.html'));
        if (existsSync(file)) continue;
        mkdirSync(join(file, '..'), { recursive: true });
        const address = encodeURI(decodeURI(to));
        writeFileSync(
          file,
          '<!doctype html><meta charset="utf-8"><title>' + address + '</title><meta name="robots" content="noindex">' +
            '<link rel="canonical" href="' + url + address + '"><meta http-equiv="refresh" content="0; url=' + address + '">' +
            '<a href="' + address + '">' + address + '</a>\\n',
        );
      }
    },
  };
}
`;

function configuration({ baseUrl, sourceLocale, locales }: StarterSite): string {
  const { origin, pathname } = new URL(baseUrl);
  const title = locales.find(({ tag }) => tag === sourceLocale)?.title ?? '';
  const localeConfigs = Object.fromEntries(locales.map(({ tag, name, direction }) => [tag, { label: name, direction, htmlLang: tag }]));
  return `export default {
  title: ${JSON.stringify(title)},
  url: ${JSON.stringify(origin)},
  baseUrl: ${JSON.stringify(pathname.replace(/\/?$/, '/'))},
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  markdown: { hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' } },
  i18n: ${JSON.stringify({ defaultLocale: sourceLocale, locales: locales.map(({ tag }) => tag), localeConfigs }, null, 2)},
  plugins: ['./src/plugins/dragoman-addresses.mjs'],
  presets: [['classic', { docs: false, blog: { onInlineAuthors: 'ignore', onUntruncatedBlogPosts: 'ignore' } }]],
  themeConfig: { navbar: { title: ${JSON.stringify(title)}, items: [{ type: 'localeDropdown', position: 'right' }] } },
};
`;
}

export const docusaurusStarter: Starter = {
  configurations: ['js', 'mjs', 'cjs', 'ts'].map((kind) => `docusaurus.config.${kind}`),
  partials: {
    'src/components/DragomanNote.js': NOTE,
    'src/components/DragomanCorrections.js': CORRECTIONS,
    'src/theme/BlogPostItem/Content/index.js': CONTENT,
    'src/plugins/dragoman-addresses.mjs': ADDRESSES,
  },
  site: (site) => ({ 'docusaurus.config.mjs': configuration(site), 'src/pages/index.js': HOME }),
};
