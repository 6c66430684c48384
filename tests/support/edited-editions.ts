/** Editions on which law 6 is tried: news in four languages of real sentences, and an article with every construct. */

import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Case, languageOf } from './law-six.ts';
import { ntrexArticles } from './ntrex.ts';

const LOCALES = ['es', 'uk', 'ja', 'ar'];
const FALLBACK = ['Una frase de prueba, nada más.', 'Otra frase que dice otra cosa.', '¿Quién lo sabe?'];

/** @param count how many editions at most */
export function editedEditions(count: number): Case[] {
  const folder = import.meta.dirname;
  const own = [join(folder, 'every-construct.txt'), ...globSync(join(folder, '../../articles/en/*.md')).sort()].map(
    (path) => [basename(path), readFileSync(path, 'utf8')] as const,
  );
  const news = [...(ntrexArticles('en', 40) ?? [])];
  const sources = [...own.slice(0, 3), ...news.slice(0, 12), ...own.slice(3), ...news.slice(12)];
  const sentences = new Map(LOCALES.map((locale) => [locale, sentencesOf(locale)]));
  return sources
    .flatMap(([name, source]) =>
      LOCALES.map((locale) => ({ name, source, locale, translate: languageOf(sentences.get(locale) ?? FALLBACK) })),
    )
    .slice(0, count);
}

function sentencesOf(locale: string): string[] | undefined {
  const articles = ntrexArticles(locale, 40);
  if (articles === undefined) return undefined;
  return [...articles.values()]
    .flatMap((article) => article.replace(/^---[\s\S]*?---/, '').split(/\n\n|(?<=[.!?。]) /u))
    .map((text) => text.trim())
    .filter(Boolean);
}
