/** From a sentence to its other side: a source's sentence in every edition, an edition's in its source. */

import type { Location, Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article } from '../article.ts';
import { localesFor } from '../edition/collections.ts';
import { readSource } from '../edition/reading.ts';
import type { ArticleSource } from '../edition/source.ts';
import type { Opened, Workspace } from '../session/workspace.ts';
import type { Projects } from './projects.ts';
import { placedSentences, sentenceAt, sourceRange, sourceSentenceAt } from './sentences.ts';

export function sourceOf(projects: Projects, workspace: Workspace, opened: Opened, at: Position): Location[] {
  const sentence = sentenceAt(opened.open, at);
  const document = projects.document(workspace, opened.source.file);
  return sentence === undefined || document === undefined ? [] : [{ uri: document.uri, range: sourceRange(document, sentence.segment) }];
}

export function editionsOf(
  projects: Projects,
  workspace: Workspace,
  source: ArticleSource,
  document: TextDocument,
  at: Position,
): Location[] {
  const { config } = workspace.project;
  return localesFor(config, source, workspace.locales).flatMap((locale): Location[] => {
    const { settings } = workspace.disk(locale);
    const article = readSource(settings, source, document.getText(), [locale]).get(locale) as Article;
    const sentence = sourceSentenceAt(article, document, at);
    const opened = sentence === undefined ? undefined : workspace.opened(locale, source.slug);
    const edition = opened === undefined ? undefined : projects.document(workspace, opened.open.file);
    if (opened === undefined || edition === undefined) return [];
    return placedSentences(opened.open).flatMap(({ segment, range }) =>
      segment.id === sentence?.segment.id ? [{ uri: edition.uri, range }] : [],
    );
  });
}
