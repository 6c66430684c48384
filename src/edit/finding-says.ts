/** What a finding says in the language of the page. */

import type { Finding, Wording } from '../finding.ts';

/** The page's own form of each English one: `findings` of `locales/LANGUAGE/edit.json`. */
export type FindingForms = Readonly<Record<string, string>>;

/** @returns the message, and the language that it is in: English where the page has no words for it */
export function findingSays(
  { message, wording }: Pick<Finding, 'message' | 'wording'>,
  language: string,
  forms: FindingForms,
): { readonly message: string; readonly language: string } {
  const own = wording && filled(wording, language, forms);
  return own === undefined ? { message, language: 'en' } : { message: own, language };
}

function filled({ form, values }: Wording, language: string, forms: FindingForms): string | undefined {
  const own = forms[form];
  return own?.replace(/\{\{(\d+)\}\}/g, (hole, at: string) => {
    const value = values[Number(at)];
    if (value === undefined || typeof value === 'string') return value ?? hole;
    if ('language' in value) return new Intl.DisplayNames(language, { type: 'language' }).of(value.language) ?? value.language;
    return filled(value, language, forms) ?? value.form;
  });
}
