/** Messages of findings: in English for all, and as a form with its values apart for who says them in another language. */

import type { Finding } from '../finding.ts';

/** What a finding says. */
export type Worded = Required<Pick<Finding, 'message' | 'wording'>>;

/** A language within a message, by its tag. */
interface LanguageNamed {
  readonly language: string;
}

let english: Intl.DisplayNames | undefined;

/**
 * A tag for templates: "The bracket {{0}} has no partner" is the form of "The bracket ( has no partner".
 * @param values texts, numbers, languages, and what another template said
 */
export function worded(parts: TemplateStringsArray, ...values: readonly (string | number | Worded | LanguageNamed)[]): Worded {
  const shown = values.map((value) => {
    if (typeof value !== 'object') return String(value);
    english ??= new Intl.DisplayNames('en', { type: 'language' });
    return 'language' in value ? (english.of(value.language) ?? value.language) : value.message;
  });
  const kept = values.map((value) => (typeof value !== 'object' ? String(value) : 'language' in value ? value : value.wording));
  return {
    message: String.raw({ raw: parts }, ...shown),
    wording: { form: String.raw({ raw: parts }, ...holes(values.length)), values: kept },
  };
}

const holes = (count: number): string[] => Array.from({ length: count }, (_, at) => `{{${at}}}`);
