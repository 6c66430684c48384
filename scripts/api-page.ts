/** The API page: every export of `src/library/`, with its docstring and its declaration. */

import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';

interface Export {
  readonly name: string;
  /** Where it is defined. */
  readonly file: string;
}

/** @returns for each module of the library, in the order of package.json, what it exports by name */
export function libraryExports(): ReadonlyMap<string, readonly Export[]> {
  const files = globSync('src/library/*.ts').sort();
  return new Map(files.map((file) => [basename(file, '.ts'), exportsOf(file)]));
}

function exportsOf(file: string): Export[] {
  const text = readFileSync(file, 'utf8');
  const passed = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)';/gm)].flatMap(([, names = '', from = '']) =>
    names
      .split(',')
      .map((name) => name.trim().replace(/^type /, ''))
      .filter((name) => name !== '')
      .map((name) => ({ name, file: normalize(join(dirname(file), from)) })),
  );
  const own = [...text.matchAll(/^export (?:function|interface|type|class|const) (\w+)/gm)].map(([, name = '']) => ({ name, file }));
  // Functions first: they are what a reader looks for.
  return [...passed, ...own].sort((a, b) => Number(isType(a.name)) - Number(isType(b.name)) || a.name.localeCompare(b.name));
}

const isType = (name: string) => /^[A-Z]/.test(name);

export function apiPage(): string {
  return [...libraryExports()].map(([name, exported]) => `## dragoman/${name}\n\n${exported.map(entry).join('\n')}`).join('\n');
}

function entry({ name, file }: Export): string {
  const text = readFileSync(file, 'utf8');
  const start = new RegExp(`^export (?:async )?(?:function|interface|type|class|const) ${name}\\b`, 'm').exec(text)?.index;
  if (start === undefined) throw new Error(`${file}: no definition of ${name}`);
  return `### ${name}\n\n${docstring(text.slice(0, start))}\`\`\`ts\n${withKeys(declaration(text.slice(start)), text)}\n\`\`\`\n`;
}

/** The comment that ends where the definition begins, as sentences and a list of its tags. */
function docstring(before: string): string {
  // A file's own comment, at its start, is about all of it.
  if (before.indexOf('/**') === 0 && before.indexOf('/**', 1) < 0) return '';
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(before)?.[1];
  if (comment === undefined) return '';
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, '').trim());
  const text = lines
    .join('\n')
    .trim()
    .replace(/\n(?![@-])/g, ' ');
  const list = text.replace(/(^|\n)@(\w+) (?:(\w+) )?/g, (_, start: string, tag: string, rest = '') =>
    tag === 'param' ? `${start}- \`${rest}\`: ` : `${start}- ${tag} ${rest === '' ? '' : `${rest} `}`,
  );
  return `${list.replace(/^(?!- )(.*)\n(?=- )/, '$1\n\n')}\n\n`;
}

/** `keyof typeof TABLE` as the names that the table has. */
function withKeys(declared: string, text: string): string {
  return declared.replace(/keyof typeof (\w+)/, (_, table: string) => {
    const rows = new RegExp(`^(?:export )?const ${table} = \\{\\n([\\s\\S]*?)^\\}`, 'm').exec(text)?.[1] ?? '';
    return [...rows.matchAll(/^ {2}(?:'([^']+)'|(\w+)): /gm)].map((row) => `'${row[1] ?? row[2]}'`).join(' | ');
  });
}

/** A function or a method without its body, anything else whole. */
function declaration(text: string): string {
  if (/^export (?:async )?function/.test(text)) return text.slice(0, text.search(/ \{\n/));
  const end = /^export type/.test(text) ? text.search(/;\n/) + 1 : text.indexOf('\n}') + 2;
  const whole = text.slice(0, end);
  return /^export class/.test(text) ? whole.replace(/ \{\n {4}[\s\S]*?\n {2}\}/g, ';') : whole;
}
