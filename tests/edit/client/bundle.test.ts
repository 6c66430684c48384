import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bundleClient } from '../../../src/edit/client-bundle.ts';

it('all scripts together are at most 110 kB as they travel, and make no markup out of text', () => {
  const script = bundleClient()?.script ?? '';
  expect(script.length).toBeGreaterThan(100_000);
  expect(gzipSync(script).length).toBeLessThanOrEqual(110_000);
  expect(script).not.toContain('eval(');
});
