/** Who may be embedded, as the configuration names them. */

import { z } from 'zod';
import { says } from './collection.ts';

/** Providers that `publish/body/providers.ts` knows. */
const PROVIDER_NAMES = [
  'youtube',
  'vimeo',
  'dailymotion',
  'datawrapper',
  'flourish',
  'infogram',
  'openstreetmap',
  'soundcloud',
  'spotify',
] as const;

export type ProviderName = (typeof PROVIDER_NAMES)[number];

const httpsAddress = z.url({ protocol: /^https$/ });

export const embedsSchema = z
  .array(z.union([z.enum(PROVIDER_NAMES), z.strictObject({ name: z.string().min(1), origin: httpsAddress })]))
  .default(['youtube', 'vimeo', 'datawrapper', 'flourish'])
  .meta(
    says(
      `Whose pieces a page may load once a reader asks for them; all others are linked. One of ${PROVIDER_NAMES.join(', ')}, or a name and an origin.`,
      ['youtube', { name: 'Agency pictures', origin: 'https://pictures.example.org' }],
    ),
  );

export const mediaOriginsSchema = z
  .array(httpsAddress)
  .default([])
  .meta(says("Other origins of the newsroom's own pictures, films and recordings: they are shown unasked.", ['https://cdn.example.org']));

/** A provider by name, or a newsroom's own by the origin of all that it may send. */
export type Allowed = z.output<typeof embedsSchema>[number];
