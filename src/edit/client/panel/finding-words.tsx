import type { FindingView } from '../../contract.ts';
import { saysOf } from '../page-words.ts';

/** What a finding says, in the page's language where that has words for it. */
export function FindingWords({ finding }: { readonly finding: FindingView }) {
  const { message, language } = saysOf(finding);
  return (
    <bdi lang={language} dir="auto">
      {message}
    </bdi>
  );
}
