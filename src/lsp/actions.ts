/** What an editor offers at a place: a rule's repair, a person's decision, an entry for the glossary. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Segment, Target, Text } from '../article.ts';
import { segmentCase } from '../checks/run-checks.ts';
import { decide } from '../edition/decide.ts';
import { enforceTerms } from '../edition/enforce-terms.ts';
import type { ArticleSource } from '../edition/source.ts';
import type { FindingName } from '../finding.ts';
import { setTerm } from '../glossary/csv.ts';
import { suggestTerms } from '../names/suggest.ts';
import { glossaryFile } from '../project/project.ts';
import type { Opened, Workspace } from '../session/workspace.ts';
import { sameText, words } from '../text.ts';
import type { About } from './diagnostics.ts';
import { editTo, workspaceEdit } from './edits.ts';
import type { Projects } from './projects.ts';
import { overlaps, placedSentences } from './sentences.ts';

/** Commands of the server; their arguments are the edition's address, a segment and, for a waiver, check and reason. */
export const COMMANDS = { review: 'dragoman.review', waive: 'dragoman.waive' } as const;

/** Why a finding is right as it is, where the editor asks nobody. */
const REASON = 'judged to be right in the editor';

export function editionActions(opened: Opened, document: TextDocument, range: Range, diagnostics: readonly Diagnostic[]): CodeAction[] {
  const { open } = opened;
  const { uri } = document;
  const actions: CodeAction[] = [];
  for (const diagnostic of diagnostics) {
    const { segment: id, check } = (diagnostic.data ?? {}) as About;
    const segment = placedSentences(open).find((one) => one.segment.id === id)?.segment;
    if (segment === undefined || check === undefined) continue;
    const repaired = repair(opened, segment, check);
    if (repaired !== undefined)
      actions.push({
        title: check === 'terms' ? "Use the glossary's form" : `Repair: ${check}`,
        kind: CodeActionKind.QuickFix,
        isPreferred: true,
        diagnostics: [diagnostic],
        edit: { changes: { [uri]: [editTo(document, written(opened, segment, repaired) ?? document.getText())] } },
      });
    actions.push({
      title: `Not a problem: ${check}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      command: { title: 'Waive', command: COMMANDS.waive, arguments: [uri, segment.id, check, REASON] },
    });
  }
  for (const { segment, range: place } of placedSentences(open)) {
    const state = open.edition.targets.get(segment.id)?.state;
    if (!overlaps(place, range) || (state !== 'machine' && state !== 'needs-review')) continue;
    actions.push({
      title: 'Accept this sentence: it is reviewed',
      kind: CodeActionKind.QuickFix,
      command: { title: 'Accept', command: COMMANDS.review, arguments: [uri, segment.id] },
    });
  }
  return actions;
}

/** The text of a target as one rule makes it right; undefined where none does. */
function repair({ open, desk }: Opened, segment: Segment, check: FindingName): Text | undefined {
  const target = open.edition.targets.get(segment.id);
  const block = open.edition.article.blocks.find(({ segments }) => segments.includes(segment));
  if (target === undefined || block === undefined) return undefined;
  if (check === 'terms') {
    const terms = desk.glossary.matches(segment).map(({ term }) => term);
    const { text, repairs } = enforceTerms(target.text, terms, open.locale, target.terms);
    return repairs.length > 0 ? text : undefined;
  }
  const rule = desk.checks.find(({ name }) => name === check);
  const input = segmentCase(open.edition, block, block.segments.indexOf(segment), desk.glossary.terms);
  if (rule === undefined || !('segment' in rule) || rule.repair === undefined || input === undefined) return undefined;
  const text = rule.repair(input);
  return sameText(text, target.text) ? undefined : text;
}

/** The edition's text with another target for one sentence. */
function written({ open, desk }: Opened, segment: Segment, text: Text): string | undefined {
  const target: Target = { text, state: 'reviewed', origin: { by: 'person' }, terms: desk.glossary.touching(segment) };
  return decide(open, new Map([[segment.id, target]]), desk).edition?.text;
}

/** An entry in the glossary of each locale that lacks the name, said as its edition says it. */
export function sourceActions(
  projects: Projects,
  workspace: Workspace,
  source: ArticleSource,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  return diagnostics.flatMap((diagnostic) => {
    const { name } = (diagnostic.data ?? {}) as About;
    if (name === undefined) return [];
    return workspace.locales.flatMap((locale): CodeAction[] => {
      const { glossary } = workspace.disk(locale).deskFor(locale, source.locale);
      if (glossary.terms.some((term) => term.source === name)) return [];
      const file = glossaryFile(workspace.project, locale, source.locale);
      const document = projects.document(workspace, file);
      const target = saidIn(workspace, locale, source.slug, name) ?? name;
      const csv = setTerm(document?.getText() ?? '', { source: name, target }, file);
      const uri = document?.uri ?? pathToFileURL(join(workspace.project.root, file)).href;
      return [
        {
          title: `Add to the glossary of ${locale}: ${name} = ${target}`,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          edit: workspaceEdit(uri, document, csv),
        },
      ];
    });
  });
}

/** How the article's edition says a name, where its sentences tell. */
function saidIn(workspace: Workspace, locale: string, slug: string, name: string): string | undefined {
  const edition = workspace.opened(locale, slug)?.open.edition;
  if (edition === undefined) return undefined;
  const { article, targets } = edition;
  const sentences = article.blocks.flatMap(({ segments }) =>
    segments.map(({ id, text }) => {
      const target = targets.get(id);
      return { source: words(text), ...(target !== undefined && { target: words(target.text) }) };
    }),
  );
  const found = suggestTerms([sentences], { from: article.locale, to: locale, terms: [], least: 1 });
  return found.find(({ source }) => source === name)?.said[0]?.target;
}
