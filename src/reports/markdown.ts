/** Findings as Markdown: a comment on a pull request, a job's summary. */

import type { Finding } from '../finding.ts';
import type { TargetChange } from '../project/changes.ts';
import { CONTROLS } from '../text/control-characters.ts';
import { counted } from '../text/counted.ts';

const SHOWN = 20;

/**
 * @param editions how many were checked
 * @param changes targets that a change of the glossary (or anything else) rewrote; the first twenty are shown
 */
export function markdownReport(findings: readonly Finding[], editions: number, changes: readonly TargetChange[] = []): string {
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
  const parts = [
    `### Dragoman: ${counted(editions, 'edition')} checked`,
    findings.length === 0
      ? 'No findings.'
      : `${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}, ${counted(count('note'), 'note')}.`,
  ];
  if (findings.length > 0) parts.push(findingsTable(findings.slice(0, SHOWN)));
  if (findings.length > SHOWN) parts.push(`… and ${findings.length - SHOWN} more.`);
  if (changes.length > 0) {
    parts.push(`#### ${counted(changes.length, 'target')} changed`, changesTable(changes.slice(0, SHOWN)));
    if (changes.length > SHOWN) parts.push(`… and ${changes.length - SHOWN} more.`);
  }
  return parts.join('\n\n');
}

/** Errors first. */
export function findingsTable(findings: readonly Finding[]): string {
  const rank = { error: 0, warning: 1, note: 2 } as const;
  const rows = findings
    .toSorted((a, b) => rank[a.level] - rank[b.level])
    .map((finding) => [
      finding.level,
      finding.check,
      [finding.file ?? finding.slug ?? '', finding.line].filter((part) => part !== undefined).join(':'),
      finding.message + (finding.expected?.length ? ` (expected ${finding.expected.join(', ')})` : ''),
    ]);
  return table(['level', 'check', 'place', 'finding'], rows);
}

function changesTable(changes: readonly TargetChange[]): string {
  return table(
    ['edition', 'before', 'after'],
    changes.map(({ slug, locale, before, after }) => [`${slug} (${locale})`, before, after]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

const UNPRINTED = new RegExp(`[\\t\\n${CONTROLS}]+`, 'g');

/** Words of an article, made harmless: no markup, no mention, no line break. */
function cell(text: string): string {
  return text
    .replace(UNPRINTED, ' ')
    .replace(/[\\`*_{}[\]<>|#~]/g, (char) => `\\${char}`)
    .replace(/@(?=\w)/g, '@\u200b');
}
