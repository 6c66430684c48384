/** The keys that the schema has, as JSON Schema tells them: for mistaken keys, for editors and for docs/configuration.md. */

import { z } from 'zod';
import { nearest } from '../text/nearest.ts';
import { configSchema } from './schema.ts';

/** What is used of JSON Schema. */
export interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: { readonly [key: string]: SchemaNode };
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly additionalProperties?: SchemaNode | boolean;
  readonly propertyNames?: { readonly enum?: readonly string[] };
}

/** The JSON Schema of the configuration, for editors. */
export function configJsonSchema(): SchemaNode {
  const schema = z.toJSONSchema(configSchema, { io: 'input' }) as SchemaNode;
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Dragoman', ...schema } as SchemaNode;
}

/** The keys that the schema has at a path. */
export function keysAt(path: readonly PropertyKey[]): string[] {
  let at: SchemaNode | undefined = configJsonSchema();
  for (const key of path) at = typeof key === 'number' ? at?.items : at?.properties?.[String(key)];
  return [...(at?.propertyNames?.enum ?? Object.keys(at?.properties ?? {}))];
}

export interface ConfigKey {
  /** `sources[].edition` */
  readonly path: string;
  readonly node: SchemaNode;
}

/** Every key of the schema, each after the one that holds it. */
export function configKeys(node: SchemaNode = configJsonSchema(), path = ''): ConfigKey[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, inner]): ConfigKey[] => {
    const own = path === '' ? key : `${path}.${key}`;
    const holding = [inner, ...(inner.anyOf ?? [])].flatMap((one): [SchemaNode, string][] => {
      if (one.items !== undefined) return [[one.items, `${own}[]`]];
      if (typeof one.additionalProperties === 'object') return [[one.additionalProperties, `${own}.*`]];
      return [[one, own]];
    });
    return [{ path: own, node: inner }, ...holding.flatMap(([one, at]) => configKeys(one, at))];
  });
}

/**
 * The key that somebody may have meant: one of like spelling at the same place, else one of this name elsewhere.
 * @param known the keys at the place
 */
export function meantKey(given: string, known: readonly string[]): string | undefined {
  const near = nearest(given, known);
  if (near !== undefined) return near;
  const last = (path: string) => path.split('.').at(-1) ?? '';
  const paths = configKeys().map(({ path }) => path);
  return paths.find((path) => last(path) === given) ?? paths.find((path) => last(path).toLowerCase() === given.toLowerCase());
}
