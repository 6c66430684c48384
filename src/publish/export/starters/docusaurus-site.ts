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
      {corrections.map(({ text, date, lang }) => (
        <p key={text} lang={lang}>
          {date && <time dateTime={date}>{date}</time>} {text}
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
  },
  site: (site) => ({ 'docusaurus.config.mjs': configuration(site), 'src/pages/index.js': HOME }),
};
