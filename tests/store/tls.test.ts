/** A server that lets in TLS alone, with a certificate that no public authority knows. */

import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { openPostgresMemory } from '../../src/store/postgres.ts';
import { hasPostgres, startCluster } from '../support/postgres.ts';

/** A port that nobody uses. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test.skipIf(!hasPostgres)(
  'TLS: the authority that is named is believed, and what is missing is told',
  async () => {
    const cluster = await startCluster();
    try {
      const database = await cluster.database();
      const { url, authority } = await cluster.withTls(await freePort());
      const open = async (query: string) => {
        const { close } = await openPostgresMemory({ url: `${url(database, 'sports')}?${query}`, clock: systemClock });
        await close();
        return 'open';
      };
      expect(await open(`sslmode=verify-full&sslrootcert=${authority}`)).toBe('open');
      await expect(open('sslmode=verify-full')).rejects.toMatchObject({
        message: expect.stringContaining('self-signed certificate'),
        help: expect.stringContaining('sslrootcert='),
      });
      await expect(open('')).rejects.toMatchObject({
        message: expect.stringContaining('no encryption'),
        help: expect.stringContaining('sslmode=verify-full'),
      });
    } finally {
      await cluster.remove();
    }
  },
  300_000,
);
