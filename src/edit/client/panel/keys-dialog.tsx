/** The table of keys, which `?` shows. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../page-words.ts';

/** In the order in which they are learnt. */
const KEYS = [
  ['Alt ↓ · Alt ↑', 'move'],
  ['Ctrl Alt ↓', 'next'],
  ['↵', 'edit'],
  ['Esc', 'leave'],
  ['Ctrl ↵', 'accept'],
  ['Ctrl Shift ↵', 'stay'],
  ['Ctrl D', 'source'],
  ['Alt ↵', 'memory'],
  ['Alt G', 'terms'],
  ['Alt 1 … 9', 'marks'],
  ['Alt J', 'join'],
  ['Alt Shift J', 'split'],
  ['Alt P', 'own'],
  ['Ctrl Z', 'undo'],
  ['Ctrl K', 'concordance'],
  ['Ctrl ⌫', 'remove'],
  ['?', 'help'],
] as const;

export function KeysDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} class="keys-dialog" aria-labelledby="keys-title" onClose={onClose}>
      {/* Not the button at the end: a small screen would be scrolled down to it. */}
      <h2 id="keys-title" tabIndex={-1} autofocus>
        {t('keys.title')}
      </h2>
      <dl>
        {KEYS.map(([keys, name]) => (
          <div key={name}>
            <dt>
              <kbd dir="ltr">{keys}</kbd>
            </dt>
            <dd>{t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p>
        <button type="button" class="quiet" onClick={onClose}>
          {t('keys.close')}
        </button>
      </p>
    </dialog>
  );
}
