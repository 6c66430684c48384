/** Findings as SARIF 2.1.0 (OASIS), with what GitHub code scanning reads: fingerprints, regions, rules with their help. */

import { type Finding, findingNames, findingRules } from '../finding.ts';
import { fingerprints } from './fingerprint.ts';

/** @returns a JSON document */
export function sarif(findings: readonly Finding[], version: string): string {
  const ids = fingerprints(findings);
  const run = {
    tool: {
      driver: {
        name: 'dragoman',
        semanticVersion: version,
        rules: findingNames.map((name) => {
          const { about, level } = findingRules[name];
          return { id: name, shortDescription: { text: about }, defaultConfiguration: { level } };
        }),
      },
    },
    columnKind: 'utf16CodeUnits',
    results: findings.map((finding, index) => ({
      ruleId: finding.check,
      ruleIndex: findingNames.indexOf(finding.check),
      level: finding.level,
      message: { text: sentence(finding) },
      ...(finding.file !== undefined && {
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: encodeURI(finding.file), uriBaseId: '%SRCROOT%' },
              region: {
                startLine: finding.line ?? 1,
                ...(finding.column !== undefined && { startColumn: finding.column }),
                ...(finding.endLine !== undefined && { endLine: finding.endLine, endColumn: finding.endColumn }),
              },
            },
          },
        ],
      }),
      partialFingerprints: { 'dragoman/v1': ids[index] },
      ...(finding.fix !== undefined && { properties: { fix: finding.fix } }),
    })),
  };
  return JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2);
}

function sentence(finding: Finding): string {
  const expected = finding.expected?.length ? ` Expected: ${finding.expected.join(', ')}.` : '';
  const got = finding.got?.length ? ` Got: ${finding.got.join(', ')}.` : '';
  const target = finding.target === undefined ? '' : ` In: ${finding.target}`;
  return `${finding.message}.${expected}${got}${target}`;
}
