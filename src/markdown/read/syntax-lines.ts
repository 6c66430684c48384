/** A paragraph is parted at the lines that other programs take for syntax: `[!NOTE]`, `:::note Title`, `: A definition`, `{: .class}`. */

import { inRanges, type Range } from '../../runs/ranges.ts';
import { newRun, startOf, type TextRun } from '../../runs/run.ts';
import { isUntranslated } from '../attribute-list.ts';
import { DIALECT_RULES } from '../dialects.ts';
import type { Syntax } from '../syntax.ts';
import { LINE_RULES, type LineRule, METADATA_TITLE, TABLE_RULE } from './line-rules.ts';
import { mathIn } from './math.ts';
import { partOf, rowCells } from './parts.ts';

/** Whether any line could be a marker line. */
const SPECIAL =
  /:::|\{[^\s]|\{ [.#]|\[[!/]|\[\[|^[ \t>]*(?:!!!|!include|\?\?\?|[?!]>|===|\/\/\/|::|[#:~|%^+([]|\*\[|`{3}|<<<|@\[|\$[${]|\\[[a-zA-Z]|-+8<|%%)|\|[^|\n]*\n.*\|/m;
/** What may begin a line of a list, or of metadata, that has no sign of its own. */
const UNSIGNED = /^[ \t>]*(?:\w{1,5}[.)][ \t]|\w[\w -]*::?(?:[ \t]|$))/m;

interface Line {
  /** Offset in the source of its first character, and of the first after its line end. */
  readonly start: number;
  readonly end: number;
  /** Without the line end. */
  readonly text: string;
  /** How many characters of it belong to quotes and indents, and to the sign of a definition that holds a marker line. */
  readonly prefix: number;
  /** Whether it is the first line of such a definition. */
  readonly defines: boolean;
  /** Absent for running text. */
  rule?: LineRule;
  /** What of a marker line is words. */
  words?: Range;
  /** Running text that is a text of its own: a term that is defined below. */
  alone?: true;
}

/** The texts of a paragraph between its marker lines, and the words in them. */
export function splitLines(run: TextRun, source: string, syntax: Syntax, base: number): TextRun[] {
  const start = run.atoms[0]?.start ?? 0;
  const raw = source.slice(start, run.atoms.at(-1)?.end ?? start);
  const top = base <= 1 && start === (source[0] === '\uFEFF' ? 1 : 0);
  if (!SPECIAL.test(raw) && !((top || syntax.generator !== undefined) && UNSIGNED.test(raw))) return [run];
  const lines = linesOf(raw, start, source);
  classify(lines, raw, start, { quoted: isQuoted(source, start), top, generator: syntax.generator });
  const tables = tablesOf(lines, syntax);
  if (tables.size === 0 && !lines.some(({ rule, alone }) => rule !== undefined || alone)) return [run];
  if (isTableOfContents(lines)) return [];
  if (lines.some(({ rule, text, prefix }) => rule !== undefined && text[prefix] === '{' && isUntranslated(text))) return [];
  const whole = { ...run, nested: run.nested.filter((nested) => startOf(nested) > 0) };
  return parts(lines, tables)
    .flatMap(({ range, as }) => {
      if (as === 'row') return rowCells(whole, ...range);
      return [partOf(whole, range, as === 'label' ? newRun('label', 'markdown') : newRun(run.kind, run.syntax))];
    })
    .filter((part) => part.atoms.length > 0 || part.nested.length > 0);
}

function linesOf(raw: string, start: number, source: string): Line[] {
  let at = start;
  return raw.split(/(?<=\r\n|\n|\r(?!\n))/).map((whole): Line => {
    const text = whole.replace(/(?<![\r\n])[\r\n]+$/, '');
    const prefix = at === start ? 0 : (/^[ \t>]*/.exec(source.slice(at, at + text.length))?.[0].length ?? 0);
    const sign = at === start ? undefined : MARKED_DEFINITION.exec(text.slice(prefix))?.[0];
    const line = { start: at, end: at + whole.length, text, prefix: prefix + (sign?.length ?? 0), defines: sign !== undefined };
    at += whole.length;
    return line;
  });
}

/** The sign of a definition before a directive or a field. */
const MARKED_DEFINITION = /^[:~][ \t]+(?=:{3}|:\w[\w -]*:(?:[ \t]|$))/;
const FIELD = /^:\w[\w -]*:(?:[ \t]|$)/;

/** Whether a paragraph that begins here is in a quote. */
function isQuoted(source: string, start: number): boolean {
  const line = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
  return source.slice(line, start).includes('>');
}

/** Where a paragraph is. */
interface Place {
  readonly quoted: boolean;
  /** Whether it begins a file that has no front matter. */
  readonly top: boolean;
  readonly generator: Syntax['generator'];
}

function classify(lines: Line[], raw: string, start: number, { quoted, top, generator }: Place): void {
  let fence = false;
  const metadata = top && isMetadata(lines);
  const defined = lines.findIndex(({ defines }) => defines);
  const fields = lines.length > 1 && lines.slice(Math.max(0, defined)).every(({ text, prefix }) => FIELD.test(text.slice(prefix)));
  const comment = generator === 'myst' || (!top && lines.every(({ text, prefix }) => text[prefix] === '%'));
  /** Where the options of a block of slashes begin: four columns after its marker line. */
  let options = -1;
  const hasMath = raw.includes('$$') || raw.includes('\\[') || raw.includes('\\begin{');
  const isFormula = hasMath ? formulaLines(lines, mathIn(raw, false), start) : undefined;
  /** Whether all lines above are such as a file may begin with. */
  let isTop = top;
  lines.forEach((line, index) => {
    const text = line.text.slice(line.prefix);
    if (isFormula?.(line) === true) line.rule = FORMULA;
    else {
      const here = {
        quote: quoted && index === 0,
        top: isTop,
        fence,
        comment,
        fields,
        // A value goes on in the lines below it that are indented.
        metadata: metadata && (line.prefix === 0 || (lines[index - 1]?.rule !== undefined && lines[index - 1]?.words === undefined)),
        several: lines.length > 1,
        obsidian: generator === 'obsidian',
        pandoc: generator === 'pandoc' && (index === 0 || lines[index - 1]?.rule?.goesOn === 'item'),
        options: options >= 0 && line.prefix >= options,
      };
      for (const rule of LINE_RULES) {
        if (!text.includes(rule.sign) || (rule.where !== undefined && !here[rule.where])) continue;
        const match = rule.line.exec(text);
        if (match === null) continue;
        line.rule = rule;
        const words = match.indices?.groups?.words;
        const offset = line.start + line.prefix;
        // Of Pandoc's title lines the first is the title; then come names and a date.
        if (words !== undefined && words[1] > words[0] && !(rule.where === 'top' && index > 0))
          line.words = [offset + words[0], offset + words[1]];
        break;
      }
      // What looks like a field may be an emoji, with which a definition begins.
      if (line.defines && line.rule === undefined) {
        line.rule = DEFINITION;
        line.words = [line.start + line.prefix, line.start + line.text.length];
      }
    }
    isTop &&= line.rule?.where === 'top' || line.prefix > 0;
    fence = line.rule !== undefined && (/^(?:::|`{3})/.test(text) || (fence && line.rule.where === 'fence'));
    if (line.rule?.where !== 'options') options = line.rule !== undefined && text.startsWith('///') ? line.prefix + 4 : -1;
  });
  // The lines above a definition are terms, each on its own.
  const isDefinition = (line: Line | undefined) => line?.defines === true || line?.rule?.goesOn === 'definition';
  const first = lines.findIndex(isDefinition);
  lines.forEach((line, index) => {
    if (line.rule !== undefined || first < 0) return;
    if (index < first || (isDefinition(lines[index + 1]) && line.prefix === 0)) line.alone = true;
  });
}

/** Whether the lines are names with values, of which one is the title; a value goes on in lines that are indented. */
function isMetadata(lines: readonly Line[]): boolean {
  const texts = lines.map(({ text, prefix }) => text.slice(prefix));
  return (
    texts.some((text) => METADATA_TITLE.test(text)) &&
    texts.every((text, index) => /^\w[\w -]*:(?:[ \t]|$)/.test(text) || (index > 0 && (lines[index] as Line).prefix > 0))
  );
}

const FORMULA: LineRule = { sign: '', line: /^/ };
const DEFINITION: LineRule = { sign: '', line: /^/, goesOn: 'definition' };

/** Whether a line is one of those that mathematics fills from the first to the last. @param start of the text that the ranges are in */
function formulaLines(lines: readonly Line[], formulas: readonly Range[], start: number): (line: Line) => boolean {
  const starts = new Set(lines.map((line) => line.start + line.prefix));
  const ends = new Set(lines.map((line) => line.start + line.text.trimEnd().length));
  const whole = formulas.map(([from, to]): Range => [from + start, to + start]).filter(([from, to]) => starts.has(from) && ends.has(to));
  const isIn = inRanges(whole);
  return (line) => isIn(line.start + line.prefix, line.start + line.text.trimEnd().length);
}

/** `- Contents` with `{:toc}` below it gives way to the list of headings. */
function isTableOfContents(lines: readonly Line[]): boolean {
  return lines.length === 2 && /^\{:[ \t]*toc\b/.test((lines[1] as Line).text.slice((lines[1] as Line).prefix));
}

interface Part {
  readonly range: Range;
  readonly as: 'text' | 'label' | 'row';
}

function parts(lines: readonly Line[], tables: ReadonlySet<Line>): Part[] {
  const found: Part[] = [];
  let from = -1;
  const flush = (to: number) => {
    if (from >= 0) found.push({ range: [from, to], as: 'text' });
    from = -1;
  };
  for (const line of lines) {
    const { start, end, prefix, text, rule, words } = line;
    if (rule !== undefined) {
      flush(start);
      if (words === undefined) continue;
      if (rule.goesOn) from = words[0];
      else found.push({ range: words, as: 'label' });
    } else if (tables.has(line)) {
      flush(start);
      const last = found.at(-1);
      const row = text.slice(prefix);
      if (last?.as === 'row' && last.range[1] === start && !row.includes('|'))
        found[found.length - 1] = { range: [last.range[0], end], as: 'row' };
      else if (!TABLE_RULE.test(row)) found.push({ range: [start + prefix, end], as: 'row' });
    } else if (line.alone) {
      flush(start);
      found.push({ range: [start, end], as: 'text' });
    } else if (from < 0) from = start;
  }
  flush(lines.at(-1)?.end ?? 0);
  return found;
}

/** The lines of tables without a delimiter row, and of line blocks: each begins with `|`, or goes on with the line before it. */
function tablesOf(lines: readonly Line[], syntax: Syntax): ReadonlySet<Line> {
  const loose = syntax.generator !== undefined && DIALECT_RULES[syntax.generator].loosePipes === true;
  const found = new Set<Line>();
  let group: Line[] = [];
  const close = () => {
    const texts = group.map(({ text, prefix }) => text.slice(prefix));
    const piped = /^[|+]/.test(texts[0] ?? '') && texts.every((text, index) => /^[|+]/.test(text) || (group[index] as Line).prefix > 0);
    // The columns of a grid are counted in characters, which other words would move.
    if (/^\+[-=:+]+\+[ \t]*$/.test(texts[0] ?? '')) for (const line of group) line.rule = GRID;
    else if (
      (piped && texts.some((text) => text.startsWith('|'))) ||
      (loose && texts.length > 0 && texts.every((text) => /(?<!\\)\|/.test(text)))
    )
      for (const line of group) {
        // A line of a poem that is too long goes on, indented, on the next: one line to Pandoc, two to all others.
        if (!loose && syntax.generator !== 'pandoc' && !/^[|+]/.test(line.text.slice(line.prefix))) line.alone = true;
        else found.add(line);
      }
    group = [];
  };
  for (const line of lines) {
    if (line.rule === undefined) group.push(line);
    else close();
  }
  close();
  return found;
}

const GRID: LineRule = { sign: '', line: /^/ };
