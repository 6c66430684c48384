/** What a finding says in the language of the page. */

import type { Finding, Wording } from '../finding.ts';
import { isRightToLeft } from '../runs/bidi.ts';

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
    if (value === undefined) return hole;
    // A bracket of the edition's would be turned round among words that run the other way (UAX #9).
    if (typeof value === 'string') return isRightToLeft(language) ? `\u2068${value}\u2069` : value;
    if ('language' in value) return new Intl.DisplayNames(language, { type: 'language' }).of(value.language) ?? value.language;
    return filled(value, language, forms) ?? value.form;
  });
}
