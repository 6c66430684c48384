/** A network between a program and a database: slow, or cut at will. */

import { createServer, connect as open, type Socket } from 'node:net';

interface Network {
  readonly port: number;
  /** Every connection is lost, without a word to either side but its end. */
  readonly cut: () => void;
  /** Called with what a program sends, before it goes on; false cuts the connection once the database has it, before it answers. */
  watch: (data: Buffer) => boolean;
  readonly close: () => Promise<void>;
}

/**
 * @param to the path of the database's socket
 * @param latency milliseconds in each direction
 */
export async function startNetwork(to: string, latency = 0): Promise<Network> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const late = (send: () => void) => void (latency === 0 ? send() : setTimeout(send, latency));
  const server = createServer((client) => {
    const database = open(to);
    const pair = [client, database] as const;
    pairs.add(pair);
    let isDeaf = false;
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      database.destroy();
    };
    client.on('data', (data) => {
      if (!network.watch(data)) {
        isDeaf = true;
        // The database has it and works on it; nobody hears what came of it.
        database.write(data, () => client.destroy());
        return;
      }
      late(() => database.write(data));
    });
    database.on('data', (data) => {
      if (isDeaf) end();
      else late(() => client.write(data));
    });
    for (const side of pair) {
      side.on('error', () => {});
      side.on('close', () => (isDeaf && side === client ? undefined : late(end)));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const network: Network = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut: () => {
      for (const [client, database] of pairs) {
        client.destroy();
        database.destroy();
      }
    },
    watch: () => true,
    close: () => {
      network.cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return network;
}
