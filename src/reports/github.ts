/** Findings as annotations of a pull request (workflow commands of GitHub Actions). */

import type { Finding, Level } from '../finding.ts';
import { calledControls } from '../text/control-characters.ts';
import { counted } from '../text/counted.ts';
import { findingsTable } from './markdown.ts';

/** GitHub shows ten annotations of a kind a step, and drops the rest without a word. */
const SHOWN = 10;
const KINDS: Record<Level, string> = { error: 'error', warning: 'warning', note: 'notice' };

export interface Annotations {
  /** Workflow commands, errors first. */
  readonly lines: readonly string[];
  /** Markdown for the job's summary: every finding; undefined where all are annotated. */
  readonly summary: string | undefined;
}

export function github(findings: readonly Finding[]): Annotations {
  const lines: string[] = [];
  for (const level of ['error', 'warning', 'note'] as const)
    lines.push(
      ...findings
        .filter((finding) => finding.level === level)
        .slice(0, SHOWN)
        .map(command),
    );
  const left = findings.length - lines.length;
  if (left === 0) return { lines, summary: undefined };
  return { lines, summary: `### Dragoman: ${counted(findings.length, 'finding')}\n\n${findingsTable(findings)}\n` };
}

function command(finding: Finding): string {
  const properties = [
    ['file', finding.file],
    ['line', finding.line],
    ['col', finding.column],
    ['title', `${finding.check} (${finding.locale ?? ''})`],
  ]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`);
  const detail = finding.expected?.length ? `\nexpected ${finding.expected.join(', ')}` : '';
  return `::${KINDS[finding.level]} ${properties.join(',')}::${data(`${finding.message}${detail}`)}`;
}

/** The escapes of actions/toolkit's commands, which have none for other controls. */
function data(text: string): string {
  return calledControls(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
