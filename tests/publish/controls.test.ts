/** Control characters of an article, which XML and HTML cannot hold, reach no page and no feed. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { readXml } from '../../src/xml.ts';
import { temporaryFolder } from './folder.ts';
import { siteInput } from './newsroom.ts';
import { siteFiles } from './pages.ts';

const TEXT = `---
title: "Story \\x01one"
description: "Short \\uFFFE\\u000B"
date: 2026-03-20
tags: ["ta\\x02g"]
authors: ["Ann\\x03a"]
---

The ferry \u0001\u000b\u000c\u001b[31m is late\ufffe\uffff, <b title="x\u0004y">bold \u0005</b>, [link](http://x.example/\u0007a "ti\u0008tle"), \`c\u0006\`, &#1;.

| a\u0002 | b |
|---|---|
| \u0003 | d |

\`\`\`js
code \u0006 here
\`\`\`

![a\u000e](/pict\u000fure.png)
`;

test('title, topic, author, words, addresses and code', async () => {
  const root = temporaryFolder();
  const out = join(root, 'site');
  await buildSite(siteInput(root, { a: { en: TEXT, es: { text: TEXT, state: 'reviewed' } } }), { out });
  const controls = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
  for (const file of siteFiles(out)) {
    if (!/\.(?:html|xml|json|txt)$/.test(file)) continue;
    const text = readFileSync(join(out, file), 'utf8');
    expect(file.endsWith('.json') ? '' : (controls.exec(text)?.[0] ?? ''), file).toBe('');
    if (file.endsWith('.xml')) readXml(text, file);
    for (const [, data = ''] of text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) JSON.parse(data);
  }
  expect(readFileSync(join(out, 'en/a/index.html'), 'utf8')).toContain('is late, <b');
});
