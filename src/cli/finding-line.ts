/** A finding as one or two lines for a person. */

import type { Finding } from '../finding.ts';
import type { CommandContext } from './command.ts';

const COLOURS = { error: 31, warning: 33, note: 36 } as const;

/** The place is as terminals and editors open it: `path:line:column`. */
export function findingLine(finding: Finding, { color, shown }: Pick<CommandContext, 'color' | 'shown'>): string {
  const place = [finding.file === undefined ? finding.slug : shown(finding.file), finding.line, finding.column]
    .filter((part) => part !== undefined)
    .join(':');
  const level = color ? `\u001b[${COLOURS[finding.level]}m${finding.level}\u001b[0m` : finding.level;
  const sides = (['expected', 'got'] as const).flatMap((side) => {
    const said = finding[side] ?? [];
    return said.length === 0 ? [] : `${side} ${said.join(', ')}`;
  });
  // Without a line, only its words tell which sentence it is.
  const sentence = finding.line === undefined && sides.length === 0 && finding.source ? `\n    ${finding.source}` : '';
  return `${place}  ${level}  ${finding.check}: ${finding.message}${sides.length === 0 ? '' : `\n    ${sides.join('; ')}`}${sentence}`;
}
