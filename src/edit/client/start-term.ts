/** A term's page with scripts: what its correction does is seen while somebody types, as the server draws it. */

import { announce } from './page.ts';
import { pageAt } from './page-at.ts';

/** Milliseconds after the last key. */
const PAUSE = 200;
/** Milliseconds after an answer without another key: to check every row takes the server as long as several keys. */
const REST = 800;

export function startTerm(): void {
  const input = document.querySelector<HTMLInputElement>('form.filters input[name=target]');
  if (input === null) return;
  // What somebody has decided about a row stays while the words change.
  const decided = new Map<string, boolean>();
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'row') decided.set(target.value, target.checked);
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: XMLHttpRequest | undefined;
  /** The first answer does not wait for all checks: a row that gets worse is unticked once that is known. */
  const askForChecks = () => {
    const link = document.querySelector<HTMLAnchorElement>('.unchecked a');
    if (link === null) return;
    asked = pageAt(link.href, (page) => {
      // Who is among the rows by now is not taken away from them; the link is still there.
      if (document.activeElement?.closest('form.term') == null) show(page, decided);
    });
  };
  askForChecks();
  const look = () => {
    clearTimeout(timer);
    asked?.abort();
    timer = setTimeout(() => {
      const from = input.form?.querySelector<HTMLInputElement>('input[name=from]')?.value ?? '';
      asked = pageAt(`?${new URLSearchParams({ from, target: input.value.trim() })}`, (page, address) => {
        history.replaceState(null, '', address);
        show(page, decided);
        timer = setTimeout(askForChecks, REST);
      });
    }, PAUSE);
  };
  // What an input method shows before somebody has chosen is no term; what they choose comes without a further `input` in Chromium.
  input.addEventListener('input', (event) => void ((event as InputEvent).isComposing || look()));
  input.addEventListener('compositionend', look);
}

function show(page: Document, decided: ReadonlyMap<string, boolean>): void {
  const [now, next] = [document, page].map((one) => one.querySelector<HTMLFormElement>('form.term'));
  const title = page.querySelector('h1');
  if (title !== null) document.querySelector('h1')?.replaceWith(document.importNode(title, true));
  document.querySelector('.page > .notice')?.remove();
  if (next === null || next === undefined) {
    now?.remove();
    return;
  }
  const form = document.importNode(next, true);
  for (const box of form.querySelectorAll<HTMLInputElement>('input[name=row]')) box.checked = decided.get(box.value) ?? box.checked;
  if (now !== null && now !== undefined) {
    for (const name of ['reason', 'commit']) {
      const [kept, fresh] = [now, form].map((one) => one.querySelector<HTMLInputElement>(`input[name=${name}]`));
      if (kept == null || fresh == null) continue;
      if (name === 'reason') fresh.value = kept.value;
      else fresh.checked = kept.checked;
    }
    now.replaceWith(form);
  } else document.querySelector('form.filters')?.after(form);
  announce([...form.querySelectorAll('.sums li')].map((item) => item.textContent).join(', '));
}
