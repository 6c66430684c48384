/** What a finding says, for pages without scripts. */

import { type Html, html } from '../../publish/page/html-tag.ts';
import { direction } from '../../publish/page/locale-names.ts';
import type { FindingView } from '../contract.ts';
import { findingSays } from '../finding-says.ts';
import { findingForms } from '../words.ts';
import type { Visit } from './frame.ts';

export function findingWords({ t }: Pick<Visit, 't'>, finding: FindingView): Html {
  const { message, language } = findingSays(finding, t.locale, findingForms(t.locale));
  return html`<bdi lang="${language}" dir="${direction(language)}">${message}</bdi>`;
}
