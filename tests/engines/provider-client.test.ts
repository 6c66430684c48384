import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { requireClient } from '../../src/engines/provider-client.ts';

test('a client that is not installed is asked for by its name', () => {
  expect(() => requireClient('google', '@google-cloud/not-there')).toThrow(
    expect.objectContaining({ expected: 'the package @google-cloud/not-there', help: 'Run: npm install @google-cloud/not-there' }),
  );
});

test('one that is installed is fine, also where only import takes it', () => {
  expect(() => requireClient('deepl', 'deepl-node')).not.toThrow();
  const isImportOnly = () => {
    throw Object.assign(new Error('no exports'), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
  };
  expect(() => requireClient('llm', 'x', isImportOnly)).not.toThrow();
});

test('clients of providers are optional peers of the package, and no dependencies', () => {
  for (const name of ['@google-cloud/translate', 'deepl-node', 'openai', '@anthropic-ai/sdk', '@azure-rest/ai-translation-text'] as const) {
    expect(packageJson.peerDependenciesMeta[name]).toEqual({ optional: true });
    expect(packageJson.peerDependencies[name]).toBe(`^${packageJson.devDependencies[name]}`);
    expect(packageJson.dependencies).not.toHaveProperty([name]);
  }
});
