/** Lines of a paragraph that other programs take for syntax: `:::note Title`, `{{< figure >}}`, `{: .class}`. */

import { type Atom, newRun, type Range, startOf, type TextRun } from '../../runs/run.ts';

const SPECIAL = /:::|\{[{%:]/;
/** Groups: the fence with its name and attributes, and a title. */
const FENCE = /^([ \t>]*:{2,}[ \t]*[\w-]*(?:\{[^}\n]*\})?[ \t]*)(?:\[([^\]\n]*)\])?([^\n]*)$/;
const SHORTCODE_LINE = /^[ \t>]*(?:(?:\{\{(?:(?!\}\})[^\n])*\}\}|\{%(?:(?!%\})[^\n])*%\}|\{:[^{}\n]*\})[ \t]*)+$/;

/** The parts of a paragraph between such lines; a fence's title is a label of its own. */
export function splitLines(run: TextRun, source: string): TextRun[] {
  const start = run.atoms[0]?.start ?? 0;
  const raw = source.slice(start, run.atoms.at(-1)?.end ?? start);
  if (!SPECIAL.test(raw)) return [run];
  const parts: { range: Range; label: boolean }[] = [];
  let from = start;
  let at = start;
  for (const line of raw.split(/(?<=\n)/)) {
    const text = line.replace(/[\r\n]+$/, '');
    const fence = text.includes('::') ? FENCE.exec(text) : null;
    if (fence !== null && /::/.test(fence[1] as string)) {
      parts.push({ range: [from, at], label: false });
      const label = fence[2] ?? fence[3] ?? '';
      const labelAt = at + (fence[1] as string).length + (fence[2] === undefined ? 0 : 1);
      if (label.trim() !== '') parts.push({ range: [labelAt, labelAt + label.length], label: true });
      from = at + line.length;
    } else if (SHORTCODE_LINE.test(text)) {
      parts.push({ range: [from, at], label: false });
      from = at + line.length;
    }
    at += line.length;
  }
  if (from === start) return [run];
  parts.push({ range: [from, at], label: false });
  return parts.map(({ range, label }) => partOf(run, range, label)).filter((part) => part.atoms.length > 0 || part.nested.length > 0);
}

/** What of a run stands in a range. A mark whose partner stands outside is alone. */
function partOf(run: TextRun, [from, to]: Range, label: boolean): TextRun {
  const part = label ? newRun('label', 'markdown') : newRun(run.kind, run.syntax);
  const pairs = new Map<number, number>();
  for (const atom of run.atoms) {
    const inside = atom.start >= from && atom.end <= to;
    if (inside) part.atoms.push(atom);
    else if (atom.role === 'words' && atom.text.length === atom.end - atom.start && atom.start < to && atom.end > from) {
      const start = Math.max(atom.start, from);
      const end = Math.min(atom.end, to);
      part.atoms.push({ role: 'words', start, end, text: atom.text.slice(start - atom.start, end - atom.start) });
    }
    if (inside && atom.role !== 'words' && atom.role !== 'alone') pairs.set(atom.pair, (pairs.get(atom.pair) ?? 0) + 1);
  }
  part.atoms = part.atoms.map(
    (atom): Atom => (atom.role !== 'words' && atom.role !== 'alone' && pairs.get(atom.pair) === 1 ? { ...atom, role: 'alone' } : atom),
  );
  part.nested = run.nested.filter((nested) => startOf(nested) >= from && startOf(nested) < to);
  return part;
}
