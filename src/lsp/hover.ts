/** What an editor shows of a term (every locale's form) and of an edition's sentence (its source, and who made it). */

import { type Hover, MarkupKind, type Position } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article, Segment, Target } from '../article.ts';
import { readSource } from '../edition/reading.ts';
import type { ArticleSource } from '../edition/source.ts';
import type { Opened, Workspace } from '../session/workspace.ts';
import { counted } from '../text/counted.ts';
import { isRemoved, words } from '../text.ts';
import { sentenceAt, sourceSentenceAt } from './sentences.ts';
import { termInEdition, termInSource, usesOf } from './terms.ts';

export function hoverInSource(workspace: Workspace, source: ArticleSource, document: TextDocument, at: Position): Hover | undefined {
  const [locale = ''] = workspace.locales;
  const article = readSource(workspace.disk(locale).settings, source, document.getText(), [locale]).get(locale) as Article;
  const sentence = sourceSentenceAt(article, document, at);
  if (sentence === undefined) return undefined;
  for (const to of workspace.locales) {
    const found = termInSource(workspace.disk(to).deskFor(to, source.locale).glossary, sentence, document, at);
    if (found !== undefined) return shown(aboutTerm(workspace, article.locale, found.term.source), found.range);
  }
  return undefined;
}

export function hoverInEdition(workspace: Workspace, opened: Opened, document: TextDocument, at: Position): Hover | undefined {
  const { open } = opened;
  const sentence = sentenceAt(open, at);
  if (sentence === undefined) return undefined;
  const term = termInEdition(opened, document, at);
  if (term !== undefined) return shown(aboutTerm(workspace, open.edition.article.locale, term.term.source), term.range);
  return shown(aboutSentence(opened, sentence.segment), sentence.range);
}

const shown = (lines: readonly string[], range: Hover['range']): Hover => ({
  contents: { kind: MarkupKind.Markdown, value: lines.join('\n\n') },
  ...(range !== undefined && { range }),
});

function aboutTerm(workspace: Workspace, from: string, source: string): string[] {
  const lines = workspace.locales.flatMap((to) => {
    const term = workspace
      .disk(to)
      .deskFor(to, from)
      .glossary.terms.find((one) => one.source === source);
    if (term === undefined) return [`- ${to}: no entry`];
    const { target, kind, forbidden = [], note } = term;
    const more = [kind, forbidden.length > 0 ? `never ${forbidden.join(', ')}` : undefined, note].filter((one) => one !== undefined);
    const uses = counted(usesOf(workspace, term, from, to), 'sentence');
    return [`- ${to}: **${plain(target)}** (${[...more.map(plain), uses].join('; ')})`];
  });
  return [`**${plain(source)}**`, lines.join('\n')];
}

function aboutSentence({ open, desk }: Opened, segment: Segment): string[] {
  const target = open.edition.targets.get(segment.id);
  const terms = desk.glossary.matches(segment).map(({ term }) => `- ${plain(term.source)}: **${plain(term.target)}**`);
  return [`> ${plain(words(segment.text))}`, stateInWords(target), ...(terms.length > 0 ? [terms.join('\n')] : [])];
}

/** `reviewed`, `machine: bergamot`, `left out`. */
export function stateInWords(target: Target | undefined): string {
  if (target === undefined) return 'not translated';
  if (isRemoved(target)) return 'left out';
  const { state, origin } = target;
  if (state === 'needs-review') return 'needs review';
  if (state !== 'machine') return state;
  return `machine: ${origin.by === 'engine' ? (origin.name?.split(/[ ,]/)[0] ?? 'engine') : origin.by}`;
}

/** Words are shown as they are, not as Markdown. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]()#+!|<>~]/g, '\\$&');
