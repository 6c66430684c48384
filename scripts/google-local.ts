/**
 * A Google Cloud Translation on this machine, for trying Dragoman out without an account: `npm run google:local`. It speaks
 * Google's protocol, holds to a quota of characters a minute, and has Apertium behind it where the pair is installed.
 */

import { parseArgs } from 'node:util';
import { apertiumEngine } from '../src/engines/apertium.ts';
import { KnownError } from '../src/errors.ts';
import { fromHtml, toHtml } from '../src/fragment/as-html.ts';
import { mendFragment } from '../src/fragment/mend.ts';
import { startLocalGoogle } from '../tests/support/google/server.ts';
import { scramble } from '../tests/support/google/words.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8085' }, 'characters-per-minute': { type: 'string', default: '6000000' } },
});

const apertium = apertiumEngine();
const missing = new Set<string>();
const never = new AbortController().signal;

const server = await startLocalGoogle({
  port: Number(values.port),
  charactersPerMinute: Number(values['characters-per-minute']),
  translate: async (html, from, to) => {
    try {
      const fragment = fromHtml(html);
      const [answer = ''] = await apertium.translate({ texts: [fragment], from, to }, never);
      return toHtml(mendFragment(fragment, answer, to));
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      if (!missing.has(`${from} ${to}`)) console.error(`${error.message}; words get an accent instead. ${error.help ?? ''}`);
      missing.add(`${from} ${to}`);
      return scramble(html, from, to);
    }
  },
});

console.log(`A local Google listens on ${server.endpoint}. In dragoman.config.json:`);
console.log(`  "engine": "google", "engines": { "google": { "apiEndpoint": "${server.endpoint}", "insecure": true } }`);
console.log('Stop it with Ctrl-C.');

process.once('SIGINT', async () => {
  server.stop();
  await apertium.close?.();
  console.log(`\n${server.calls.length} calls, ${server.billed()} characters billed`);
});
