/** The script of a checkout is made once for a content of its sources. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keptClient } from '../../src/edit/client-bundle.ts';

test('kept until a file that it is made of is another, or what is kept cannot be read', () => {
  const root = mkdtempSync(join(tmpdir(), 'dragoman-client-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const kept = join(root, 'cache', 'client.json');
  let made = 0;
  const bundle = () => ({ script: `// ${++made}`, inputs: ['src/edit/client/main.ts'] });
  expect([keptClient(kept, bundle), keptClient(kept, bundle)]).toEqual(['// 1', '// 1']);
  const content = JSON.parse(readFileSync(kept, 'utf8'));
  writeFileSync(kept, JSON.stringify({ ...content, sums: { ...content.sums, 'src/edit/client/main.ts': 'another' } }));
  expect(keptClient(kept, bundle)).toBe('// 2');
  writeFileSync(kept, '{');
  expect(keptClient(kept, bundle)).toBe('// 3');
  expect(keptClient(join(kept, 'no folder'), () => undefined)).toBeUndefined();
});
