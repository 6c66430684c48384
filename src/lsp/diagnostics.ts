/** Findings as an editor shows them: on the unsaved text, with the place that each is about. */

import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Article } from '../article.ts';
import { checkSegments } from '../edition/check-edition.ts';
import { collectionOf } from '../edition/collections.ts';
import { readSource } from '../edition/reading.ts';
import type { ArticleSource } from '../edition/source.ts';
import type { KnownError } from '../errors.ts';
import { refuseConflict } from '../files/read.ts';
import type { Finding, FindingName } from '../finding.ts';
import { unreadSays } from '../frontmatter/unread.ts';
import { deadAnchors } from '../markdown/dead-anchors.ts';
import { nameEvidenceOf, namesIn } from '../names/source-names.ts';
import type { Opened, Workspace } from '../session/workspace.ts';
import { words } from '../text.ts';
import { placedSentences, sourceRange, wordsPlace } from './sentences.ts';
import type { WithinSentence } from './within-sentence.ts';

/** What a diagnostic is about, for the actions that it is given. */
export interface About {
  readonly segment?: string;
  readonly check?: FindingName;
  /** A name that the glossary of some locales has no entry for. */
  readonly name?: string;
}

const SEVERITIES = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, note: DiagnosticSeverity.Information } as const;
const SOURCE = 'dragoman';
const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function editionDiagnostics({ open, findings }: Opened, document: TextDocument): Diagnostic[] {
  const places = new Map(placedSentences(open).map(({ segment, range }) => [segment.id, range]));
  return findings
    .all()
    .filter(({ file }) => file === undefined || file === open.file)
    .map((finding) => diagnosticOf(finding, places, document));
}

/**
 * What was found in an edition, with what one sentence has by itself in other words.
 * @param before diagnostics of the edition as it was opened
 */
export function diagnosticsWithin(
  { open, desk }: Opened,
  document: TextDocument,
  { segment, target, moved }: WithinSentence,
  before: readonly Diagnostic[],
): Diagnostic[] {
  const at = ({ start, end }: Range): Range => ({ start: moved(start), end: moved(end) });
  const edition = { ...open.edition, targets: new Map([...open.edition.targets, [segment, target]]) };
  const found = checkSegments(open, edition, new Set([segment]), desk);
  const places = new Map(placedSentences(open).flatMap((one) => (one.segment.id === segment ? [[segment, at(one.range)]] : [])));
  const others = before.filter(({ data }) => (data as About | undefined)?.segment !== segment);
  return [...others.map((one) => ({ ...one, range: at(one.range) })), ...found.map((finding) => diagnosticOf(finding, places, document))];
}

function diagnosticOf(finding: Finding, places: ReadonlyMap<string, Range>, document: TextDocument): Diagnostic {
  const { check, level, message, segment } = finding;
  const about: About = { check, ...(segment !== undefined && { segment }) };
  return { range: rangeOf(finding, places, document), severity: SEVERITIES[level], source: SOURCE, code: check, message, data: about };
}

/** The finding's own place, or that of its sentence; within it the words that it is about, where there are no two of them. */
function rangeOf(finding: Finding, places: ReadonlyMap<string, Range>, document: TextDocument): Range {
  const { segment, line, column = 1, endLine = line, endColumn = column, got = [] } = finding;
  const sentence = places.get(segment ?? '');
  if (sentence === undefined) return line === undefined ? START : range(line, column, endLine as number, endColumn, document);
  const [surface = ''] = got;
  const bytes = document.getText(sentence);
  const start = bytes.indexOf(surface);
  if (got.length === 1 && surface !== '' && start >= 0 && bytes.indexOf(surface, start + 1) < 0)
    return wordsPlace(document, sentence, { words: bytes, start, end: start + surface.length }) ?? sentence;
  return sentence;
}

/** From a place that counts from 1; to the end of the line where no end is known. */
function range(line: number, column: number, endLine: number, endColumn: number, document: TextDocument): Range {
  const start = { line: line - 1, character: column - 1 };
  if (endLine > line || endColumn > column) return { start, end: { line: endLine - 1, character: endColumn - 1 } };
  const rest = document.getText({ start, end: { line, character: 0 } });
  return { start, end: { line: line - 1, character: column - 1 + rest.replace(/[\r\n]+$/, '').length } };
}

/** What an author can see of translation: what is not readable, what is left as it is, dead anchors, and names without an entry. */
export function sourceDiagnostics(workspace: Workspace, source: ArticleSource, document: TextDocument): Diagnostic[] {
  const [locale] = workspace.locales;
  if (locale === undefined) return [];
  const { settings } = workspace.disk(locale);
  refuseConflict(document.getText(), source.file);
  const article = readSource(settings, source, document.getText(), [locale]).get(locale) as Article;
  const unread = (article.unread ?? []).map((value): Diagnostic => {
    const at = document.positionAt(value.start);
    return {
      range: range(at.line + 1, at.character + 1, at.line + 1, at.character + 1, document),
      ...note(unreadSays(value).message, 'unread', DiagnosticSeverity.Information),
    };
  });
  const dead = deadAnchors(article, collectionOf(settings.config, source.slug).markdown.anchors).map(
    ({ start, end, anchor }): Diagnostic => ({
      range: { start: document.positionAt(start), end: document.positionAt(end) },
      ...note(`No heading of the article has the anchor #${anchor}`, 'dead-links', DiagnosticSeverity.Warning),
    }),
  );
  return [...unread, ...dead, ...namesWithout(workspace, source, article, document)];
}

const note = (message: string, code: string, severity: DiagnosticSeverity) => ({ message, code, severity, source: SOURCE });

/** The first place of each name that a glossary lacks: most names need no entry, so that this is no more than a hint. */
function namesWithout(workspace: Workspace, { locale: from }: ArticleSource, article: Article, document: TextDocument): Diagnostic[] {
  const evidence = nameEvidenceOf(article);
  const glossaries = workspace.locales.map((locale) => workspace.disk(locale).deskFor(locale, from));
  const seen = new Set<string>();
  return article.blocks.flatMap(({ segments }) =>
    segments.flatMap((segment) => {
      const sentence = words(segment.text);
      return namesTogether(namesIn(sentence, article.locale, evidence), sentence).flatMap((name): Diagnostic[] => {
        if (seen.has(name.text)) return [];
        seen.add(name.text);
        const lacking = glossaries.filter(
          ({ glossary }) => !glossary.matches(segment).some(({ start, end }) => start < name.end && name.start < end),
        );
        const place = wordsPlace(document, sourceRange(document, segment), { words: sentence, ...name });
        if (lacking.length === 0 || place === undefined) return [];
        const about: About = { name: name.text, segment: segment.id };
        const locales = lacking.map(({ locale }) => locale).join(', ');
        return [{ range: place, ...note(`No entry in the glossary: ${locales}`, 'glossary', DiagnosticSeverity.Hint), data: about }];
      });
    }),
  );
}

interface Name {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** `Baton Rouge` is one name. */
function namesTogether(found: readonly Name[], sentence: string): Name[] {
  const names: Name[] = [];
  for (const { start, end } of found) {
    const before = names.at(-1);
    const joined = before !== undefined && /^ $/.test(sentence.slice(before.end, start)) ? (names.pop() as Name).start : start;
    names.push({ text: sentence.slice(joined, end), start: joined, end });
  }
  return names;
}

/** A failure of the outside world in the file that it names, else at the start. */
export function errorDiagnostic(error: KnownError, document: TextDocument): Diagnostic {
  const { place } = error;
  const [, line, column] = /:(\d+)(?::(\d+))?$/.exec(place ?? '') ?? [];
  const at = line === undefined ? START : range(Number(line), Number(column ?? 1), Number(line), Number(column ?? 1), document);
  return { range: at, severity: DiagnosticSeverity.Error, source: SOURCE, message: errorInWords(error) };
}

/** In up to three lines, as on the command line. */
export function errorInWords({ message, expected, got, help }: KnownError): string {
  return [message, expected && `expected ${expected}`, got && `got ${got}`, help].filter(Boolean).join('\n');
}
