/** A network between a program and a server: slow, or cut at will. */

import { createServer, connect as open, type Socket } from 'node:net';

interface Network {
  readonly port: number;
  /** Every connection is lost, without a word to either side but its end. */
  readonly cut: () => void;
  /** Called with what a program sends, before it goes on; false cuts the connection once the server has it, before it answers. */
  watch: (data: Buffer) => boolean;
  readonly close: () => Promise<void>;
}

/**
 * @param to the path of the server's socket, or its port on 127.0.0.1
 * @param latency milliseconds in each direction
 */
export async function startNetwork(to: string | number, latency = 0): Promise<Network> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const late = (send: () => void) => void (latency === 0 ? send() : setTimeout(send, latency));
  const listener = createServer((client) => {
    const server = typeof to === 'number' ? open(to, '127.0.0.1') : open(to);
    const pair = [client, server] as const;
    pairs.add(pair);
    let isDeaf = false;
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      server.destroy();
    };
    client.on('data', (data) => {
      if (!network.watch(data)) {
        isDeaf = true;
        // The server has it and works on it; nobody hears what came of it.
        server.write(data, () => client.destroy());
        return;
      }
      late(() => server.write(data));
    });
    server.on('data', (data) => {
      if (isDeaf) end();
      else late(() => client.write(data));
    });
    for (const side of pair) {
      side.on('error', () => {});
      side.on('close', () => (isDeaf && side === client ? undefined : late(end)));
    }
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const network: Network = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut: () => {
      for (const [client, server] of pairs) {
        client.destroy();
        server.destroy();
      }
    },
    watch: () => true,
    close: () => {
      network.cut();
      return new Promise((resolve) => listener.close(() => resolve()));
    },
  };
  return network;
}
