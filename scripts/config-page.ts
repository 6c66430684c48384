/** The keys of the configuration as a page: what the schema says of each, and an example. */

import { type ConfigKey, configKeys, type SchemaNode } from '../src/config/keys.ts';

export function configPage(): string {
  const sections = Map.groupBy(configKeys(), ({ path }) => path.split(/[.[]/)[0] ?? '');
  return [...sections].map(([name, keys]) => section(name, keys)).join('\n');
}

function section(name: string, keys: readonly ConfigKey[]): string {
  const rows = keys.map(({ path, node }) => `| \`${path}\` | ${cell(takes(node))} | ${cell(standard(node))} | ${about(path, node)} |\n`);
  const [own] = keys;
  return [
    `## ${name}\n`,
    '| key | takes | where it is left out | what it is |\n|---|---|---|---|',
    rows.join(''),
    // A single key shows its example in its row.
    ...(keys.length > 1 ? [`\`\`\`json\n${example(own as ConfigKey)}\n\`\`\`\n`] : []),
  ].join('\n');
}

/** @throws Error for a key that says nothing of itself, or shows no example */
function about(path: string, { description, examples = [] }: SchemaNode): string {
  if (description === undefined || examples.length === 0) throw new Error(`${path}: no description or no example in src/config/`);
  const shown = examples.map((one) => code(one)).join(' or ');
  return cell(`${description} For example ${shown}.`);
}

/** The key that holds the others, in its first example. */
const example = ({ path, node }: ConfigKey): string => `{ ${JSON.stringify(path)}: ${spaced(node.examples?.[0])} }`;

/** JSON on one line, as people write it. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${spaced(one)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

const code = (value: unknown): string => `\`${spaced(value)}\``;

function takes({ type, enum: values, items, anyOf, additionalProperties, propertyNames }: SchemaNode): string {
  if (values !== undefined) return values.map(code).join(', ');
  if (anyOf !== undefined) return [...new Set(anyOf.map(takes))].join(', or ');
  if (items !== undefined) return `a list: ${takes(items)}`;
  if (typeof additionalProperties === 'object')
    return propertyNames?.enum === undefined
      ? `by name: ${takes(additionalProperties)}`
      : `by name of a finding: ${takes(additionalProperties)}`;
  const plain: Readonly<Record<string, string>> = {
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: '`true` or `false`',
    object: 'the keys below',
  };
  return plain[type ?? ''] ?? 'anything';
}

function standard({ default: value }: SchemaNode): string {
  return value === undefined || (typeof value === 'object' && Object.keys(value as object).length === 0) ? '' : code(value);
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
