import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../src/engines/status-codes.ts';

const now = Date.parse('Tue, 03 Nov 2026 08:49:00 GMT');

describe('Retry-After (RFC 9110, 10.2.3)', () => {
  it.each([
    ['120', 120_000],
    [' 1 ', 1_000],
    ['0.5', 500],
    ['Tue, 03 Nov 2026 08:49:37 GMT', 37_000],
    ['Tuesday, 03-Nov-26 08:49:37 GMT', 37_000],
    ['Tue, 03 Nov 2026 08:48:00 GMT', undefined],
    ['0', undefined],
    ['-1', undefined],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%s', (header, wait) => {
    expect(retryAfterMs(header, now)).toBe(wait);
  });
});
