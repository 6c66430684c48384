/** An article's images, from the project and no further; what a page of the site may not show is not shown here either. */

import { extname } from 'node:path';
import type { Context } from 'hono';
import { fileBytes } from '../files/bytes.ts';
import { createMedia, type MediaFile } from '../publish/body/media.ts';
import type { Workspace } from '../session/workspace.ts';
import type { Editor } from './editor.ts';
import type { Env } from './guard.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** @param src as the article has it */
function imageOf({ project, articles }: Workspace, slug: string, src: string): MediaFile | undefined {
  const source = articles().find((one) => one.slug === slug);
  if (source === undefined) return undefined;
  const media = createMedia(project.root, [project.config.publish.assets, '.'], new Map());
  const file = media.find(src, source.file);
  return file !== undefined && media.isImage(file) ? file : undefined;
}

export function imageAnswer(c: Context<Env>, { workspace }: Editor): Response {
  const { slug = '', src = '' } = c.req.query();
  const image = imageOf(workspace, slug, src);
  const type = image === undefined ? undefined : TYPES[extname(image.file).toLowerCase()];
  if (image === undefined || type === undefined) return c.notFound() as Response;
  return c.body(fileBytes(image.file), 200, { 'content-type': type });
}
