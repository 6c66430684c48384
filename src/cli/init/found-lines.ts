/** What was found in a repository, in a few lines for people. */

import type { FoundSite } from '../../project/detect.ts';

export function foundLines(site: FoundSite): string[] {
  const { generator, packageManager, hooks, ci, collections, sourceLocale, targetLocales, strings } = site;
  const tools = [
    generator === undefined ? 'no site generator' : `${generator.name} (${generator.file})`,
    ...(packageManager === undefined ? [] : [packageManager.name]),
    ...ci,
    ...hooks.map((hook) => `hooks by ${hook}`),
  ];
  const languages = [
    sourceLocale === undefined ? 'no language is named; English is taken for the source' : `source ${sourceLocale}`,
    ...(targetLocales.length > 0 ? [`into ${targetLocales.join(', ')}`] : []),
  ];
  return [
    `Found: ${tools.join(', ')}`,
    `       ${languages.join(', ')}`,
    ...collections.map(({ source, edition, articles, editions }) => {
      const byCount = Map.groupBy(editions, ([, count]) => count);
      const there = [...byCount].map(([count, names]) => `${count} in ${names.map(([name]) => name).join(', ')}`);
      const many = `${articles.length} ${articles.length === 1 ? 'article' : 'articles'}`;
      return `       ${source} -> ${edition}   ${many}${there.length === 0 ? '' : `; translated: ${there.join('; ')}`}`;
    }),
    ...strings.map(({ edition }) => `       strings: ${edition}`),
    ...(collections.length === 0 ? ['       no articles yet'] : []),
    '',
  ];
}
