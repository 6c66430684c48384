import { expect, test } from 'vitest';
import { openHealth } from '../../src/cli/work/health.ts';

test('a worker says how it is, on 127.0.0.1 alone, and is ill after a minute of trouble', async () => {
  let now = 0;
  const health = await openHealth({ host: '127.0.0.1', port: 0 }, () => now);
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${health.port}${path}`);
    return { status: response.status, text: await response.text() };
  };
  try {
    health.is('at work');
    health.count('done', 3);
    health.count('parked', 1);
    health.sent(120);
    health.trouble('the database is away');
    now = 59_000;
    const well = await get('/health');
    expect(well.status).toBe(200);
    expect(JSON.parse(well.text)).toEqual({
      state: 'at work',
      seconds: 59,
      editions: { done: 3, failed: 0, parked: 1, later: 0 },
      characters: 120,
      trouble: { message: 'the database is away', seconds: 59 },
    });
    now = 61_000;
    expect((await get('/health')).status).toBe(503);
    health.trouble(undefined);
    expect((await get('/health')).status).toBe(200);
    expect((await get('/metrics')).text).toContain('dragoman_editions_total{outcome="done"} 3\n');
    expect((await get('/metrics')).text).toContain('dragoman_characters_total 120\n');
    expect((await get('/')).status).toBe(404);
  } finally {
    await health.close();
  }
});
