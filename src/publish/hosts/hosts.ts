/** Every host by name. */

import { cloudflare, githubPages, netlify } from './folder-hosts.ts';
import type { Host } from './host.ts';
import { apache, nginx } from './server-hosts.ts';

export const hosts: readonly Host[] = [netlify, cloudflare, githubPages, nginx, apache];
