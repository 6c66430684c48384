/** The module of a theme: code of the newsroom's own, with the rights of this process. */

import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KnownError, thrownWords } from '../../errors.ts';
import { fileBytes } from '../../files/bytes.ts';
import { filesBelow, isShown } from '../../files/walk.ts';
import { TEMPLATE_NAMES } from '../page/own-template.ts';
import type { Templates, ThemeModule } from '../page/template.ts';
import { strictHtml } from '../page/template-html.ts';

export interface LoadedTemplates {
  readonly templates: Templates;
  /** Differs where anything in the theme's folder does: the module may have its pieces there. */
  readonly key: string;
}

const SHAPE = 'a default export: ({ html }) => ({ article, front, ... })';

/**
 * @param folder of the theme, absolute
 * @param name of the module in it
 * @throws KnownError that names the file: missing, not loading, or without templates
 */
export async function loadTemplates(folder: string, name: string): Promise<LoadedTemplates> {
  const file = join(folder, name);
  const fault = (expected: string, got: string, cause?: unknown) =>
    new KnownError(`The theme's module gives no templates: ${file}`, {
      expected,
      got,
      help: `Correct it; \`node ${file}\` shows where it fails.`,
      cause,
    });
  if (!existsSync(file)) throw fault('a module', 'nothing');
  const key = keyOf(folder);
  let made: unknown;
  try {
    const { default: exported } = await importAnew(file, folder, key);
    if (typeof exported !== 'function')
      throw fault(SHAPE, exported === undefined ? 'no default export' : `a default export that is no function`);
    made = (exported as ThemeModule)({ html: strictHtml });
  } catch (error) {
    if (error instanceof KnownError) throw error;
    throw fault(SHAPE, thrownWords(error), error);
  }
  if (typeof made !== 'object' || made === null || made instanceof Promise)
    throw fault('an object of templates', made instanceof Promise ? 'a promise' : String(made));
  for (const [template, value] of Object.entries(made)) {
    if (!(TEMPLATE_NAMES as readonly string[]).includes(template)) throw fault(TEMPLATE_NAMES.join(', '), template);
    if (typeof value !== 'function') throw fault(`"${template}" to be a function`, typeof value);
  }
  return { templates: made, key };
}

function keyOf(folder: string): string {
  const files = filesBelow(folder, isShown).filter(({ isLink }) => !isLink);
  const parts = files.map(({ path }) => `${path} ${hash('sha256', fileBytes(join(folder, path)))}`);
  return hash('sha256', parts.sort().join('\n'));
}

/** A module is kept by its address for as long as the process lives: in a preview, the key makes another of what has changed. */
async function importAnew(file: string, folder: string, key: string): Promise<{ readonly default?: unknown }> {
  const below = `${pathToFileURL(folder).href}/`;
  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context);
      return found.url.startsWith(below) && !found.url.includes('?') ? { ...found, url: `${found.url}?${key}` } : found;
    },
  });
  try {
    return (await import(`${pathToFileURL(file).href}?${key}`)) as { readonly default?: unknown };
  } finally {
    hooks.deregister();
  }
}
