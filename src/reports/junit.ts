/** Findings as JUnit XML: a suite a locale, a case an edition, so that a CI's test page shows which editions are in order. */

import type { Finding } from '../finding.ts';
import { CONTROLS } from '../text/control-characters.ts';
import { NOT_IN_XML } from '../xml/characters.ts';

export interface CheckedEdition {
  readonly slug: string;
  readonly locale: string;
  readonly file: string;
}

/** @param editions all that were checked; those without an error pass, their warnings and notes are in `system-out` */
export function junit(findings: readonly Finding[], editions: readonly CheckedEdition[]): string {
  const of = ({ slug, locale }: CheckedEdition) => findings.filter((finding) => finding.slug === slug && finding.locale === locale);
  const failures = editions.filter((edition) => of(edition).some((finding) => finding.level === 'error')).length;
  const suites = [...Map.groupBy(editions, (edition) => edition.locale)].map(([locale, members]) => {
    const failed = members.filter((edition) => of(edition).some((finding) => finding.level === 'error')).length;
    const cases = members.map((edition) => testCase(edition, of(edition)));
    return `  <testsuite name="${xml(locale)}" tests="${members.length}" failures="${failed}">\n${cases.join('\n')}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="dragoman" tests="${editions.length}" failures="${failures}">\n${suites.join('\n')}\n</testsuites>`;
}

function testCase(edition: CheckedEdition, findings: readonly Finding[]): string {
  const head = `    <testcase classname="${xml(edition.locale)}" name="${xml(edition.slug)}" file="${xml(edition.file)}"`;
  if (findings.length === 0) return `${head}/>`;
  const errors = findings.filter((finding) => finding.level === 'error');
  const rest = findings.filter((finding) => finding.level !== 'error');
  const failures = errors.map(
    (finding) => `      <failure type="${xml(finding.check)}" message="${xml(finding.message)}">${xml(line(finding))}</failure>`,
  );
  const out = rest.length === 0 ? [] : [`      <system-out>${xml(rest.map(line).join('\n'))}</system-out>`];
  return `${head}>\n${[...failures, ...out].join('\n')}\n    </testcase>`;
}

function line(finding: Finding): string {
  const place = [finding.file, finding.line, finding.column].filter((part) => part !== undefined).join(':');
  return `${place} ${finding.level} ${finding.check}: ${finding.message}`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What ends a line, for some, or moves a cursor. */
const LINE_ENDS = new RegExp(`[\n${CONTROLS}]`, 'g');

/** XML 1.0 has no way to write these. */
const UNWRITABLE = new RegExp(`[${NOT_IN_XML}]|\\p{Cs}`, 'gu');

function xml(text: string): string {
  return text
    .replace(UNWRITABLE, '\ufffd')
    .replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char)
    .replace(LINE_ENDS, (char) => `&#${char.charCodeAt(0)};`);
}
