/** What the search shows of a text in a script without spaces has none either, and its words are found whole. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildSite } from '../../src/publish/build.ts';
import { searchIndexer } from '../../src/publish/lists/search-index.ts';
import { launch, noBrowser, serve } from './browser.ts';
import { temporaryFolder } from './folder.ts';
import { siteInput, uiStrings } from './newsroom.ts';

/** The text of an article, what is looked for, and what is marked of it in its sentence. */
const TEXTS: Readonly<Record<string, readonly [text: string, query: string, shown: string]>> = {
  km: ['សាឡាងពេលយប់បានត្រឡប់មកវិញហើយ។ បណ្ណាល័យបើកនៅថ្ងៃអាទិត្យ ហើយសៀវភៅថ្មីត្រូវបានទិញ។', 'បណ្ណាល័យ', '[បណ្ណាល័យ]បើកនៅថ្ងៃអាទិត្យ ហើយសៀវភៅ'],
  lo: ['ເຮືອຂ້າມຟາກກັບມາແລ້ວ. ຫ້ອງສະໝຸດເປີດໃນວັນອາທິດ ແລະມີປຶ້ມໃໝ່.', 'ຫ້ອງສະໝຸດ', '[ຫ້ອງສະໝຸດ]ເປີດໃນວັນອາທິດ ແລະມີ'],
  my: ['ညဘက်ကူးတို့ ပြန်လာပြီ။ စာကြည့်တိုက်သည် တနင်္ဂနွေနေ့တွင် ဖွင့်သည်။', 'စာကြည့်တိုက်', '[စာကြည့်တိုက်]သည် တနင်္ဂနွေနေ့တွင်'],
  th: ['เรือข้ามฟากกลับมาแล้ว เมื่อวันจันทร์ ห้องสมุดเปิดวันอาทิตย์', 'ห้องสมุด', '[ห้อง][สมุด]เปิดวันอาทิตย์'],
  ja: ['夜行フェリーが戻ってきた。図書館は日曜日も開館する。', 'フェリー', '夜行[フェリー]が戻ってきた。図書館は日曜日'],
  zh: ['夜间渡轮回来了。图书馆星期日开放。', '渡轮', '夜间[渡轮]回来了。图书馆星期日'],
};

it.skipIf(noBrowser !== undefined)('shows words as they are written in Khmer, Lao, Burmese, Thai, Japanese and Chinese', async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, 'public'), { recursive: true });
  const article = (body: string) => `---\ntitle: 214\ndate: 2026-03-01\n---\n\n${body}\n`;
  const editions = Object.fromEntries(Object.entries(TEXTS).map(([locale, [text]]) => [locale, article(text)]));
  const input = siteInput(
    root,
    { n: { en: article('Words.'), ...editions } },
    { locales: ['en', ...Object.keys(TEXTS)], strings: { en: uiStrings('en') } },
  );
  const out = join(root, 'site');
  await buildSite(input, { out, search: await searchIndexer() });
  const [site, browser] = [await serve(out), await launch()];
  try {
    const page = await browser.newPage();
    for (const [locale, [, query, shown]] of Object.entries(TEXTS)) {
      await page.goto(`${site.url}/${locale}/?q=${encodeURIComponent(query)}`);
      const markup = await page.locator('.search .summary').first().innerHTML();
      expect(markup.replace(/<mark>(.*?)<\/mark>/g, '[$1]')).toContain(shown);
      expect(markup).not.toMatch(/[\u200b\u2060]/);
    }
  } finally {
    await browser.close();
    await site.close();
  }
});
