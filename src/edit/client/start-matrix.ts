/** The table of articles with scripts: the filter answers while somebody types, and arrow keys go from edition to edition. */

import { followEvents } from './events.ts';
import { pageAt } from './page-at.ts';

/** Milliseconds after the last key. */
const PAUSE = 250;

export function startMatrix(): void {
  const form = document.querySelector<HTMLFormElement>('form.filters');
  const input = form?.querySelector<HTMLInputElement>('input[name=q]');
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    input?.focus();
    input?.select();
  });
  for (const select of form?.querySelectorAll('select') ?? []) select.addEventListener('change', () => form?.requestSubmit());
  if (form !== null) watchStates(form);
  if (input !== null && input !== undefined) filterRows(input, form as HTMLFormElement);
  document.addEventListener('keydown', moveByArrows);
}

/** What was being looked at is shown when it is known, in the table's place: a page that loads again would take back where somebody goes. */
function watchStates(form: HTMLFormElement): void {
  let request: XMLHttpRequest | undefined;
  const again = () => {
    // Who is in the table is not taken out of it.
    if (document.activeElement?.closest('table.matrix') != null) return;
    request?.abort();
    request = pageAt(location.href, (page) => show(page, form));
  };
  let isShown = true;
  followEvents(
    {
      states: () => {
        if (document.querySelector('td.unknown') !== null) again();
      },
      work: () => {
        // The first one is what the page shows already.
        if (!isShown) again();
        isShown = false;
      },
    },
    again,
  );
}

const rowsNow = () => [...document.querySelectorAll<HTMLTableRowElement>('table.matrix tbody tr')];

/** Rows of this page at once; articles of other pages after a pause, in the table's place: the cursor stays where somebody types. */
function filterRows(input: HTMLInputElement, form: HTMLFormElement): void {
  let asked = input.value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request: XMLHttpRequest | undefined;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    request?.abort();
    const wanted = input.value.trim().toLowerCase();
    const address = `?${new URLSearchParams(new FormData(form) as unknown as Record<string, string>)}`;
    history.replaceState(null, '', address);
    const rows = rowsNow();
    for (const row of rows) row.hidden = !(row.querySelector('th')?.textContent ?? '').toLowerCase().includes(wanted);
    const isWider = !wanted.startsWith(asked.trim().toLowerCase());
    if (!isWider && rows.some(({ hidden }) => !hidden)) return;
    timer = setTimeout(() => {
      request = pageAt(address, (page) => {
        asked = input.value;
        show(page, form);
      });
    }, PAUSE);
  });
}

/** What another page has after its form, after this one's. */
function show(page: Document, form: HTMLFormElement): void {
  const other = page.querySelector('form.filters');
  if (other === null) return;
  while (form.nextElementSibling !== null) form.nextElementSibling.remove();
  for (let last: Element = form, next = other.nextElementSibling; next !== null; next = next.nextElementSibling) {
    const copy = document.importNode(next, true);
    last.after(copy);
    last = copy;
  }
  const [now, then] = [form, other].map((one) => one.querySelector('.hint'));
  if (now != null && then != null) now.textContent = then.textContent;
}

function moveByArrows(event: KeyboardEvent): void {
  const cell = (event.target as Element).closest('td');
  const table = cell?.closest('table.matrix');
  if (cell === null || table == null || event.altKey || event.ctrlKey || event.metaKey) return;
  const isRtl = getComputedStyle(table).direction === 'rtl';
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, isRtl ? 1 : -1], ArrowRight: [0, isRtl ? -1 : 1] }[event.key];
  if (step === undefined) return;
  const rows = rowsNow().filter((row) => !row.hidden);
  const row = rows[rows.indexOf(cell.parentElement as HTMLTableRowElement) + (step[0] as number)];
  const link = row?.cells[cell.cellIndex + (step[1] as number)]?.querySelector<HTMLElement>('a');
  if (link === null || link === undefined) return;
  event.preventDefault();
  link.focus();
}
