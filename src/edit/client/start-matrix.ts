/** The table of articles with scripts: the filter answers while somebody types, and arrow keys go from edition to edition. */

/** Milliseconds after the last key. */
const PAUSE = 250;

export function startMatrix(): void {
  const form = document.querySelector<HTMLFormElement>('form.filters');
  const input = form?.querySelector<HTMLInputElement>('input[name=q]');
  const table = document.querySelector('table.matrix');
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    input?.focus();
    input?.select();
  });
  form?.querySelector('select')?.addEventListener('change', () => form.requestSubmit());
  if (input !== null && input !== undefined) filterRows(input, form as HTMLFormElement);
  table?.addEventListener('keydown', (event) => moveByArrows(event as KeyboardEvent, table));
}

/** Rows of this page at once; the address, and with it articles of other pages, after a pause with no row left. */
function filterRows(input: HTMLInputElement, form: HTMLFormElement): void {
  const rows = [...document.querySelectorAll<HTMLElement>('table.matrix tbody tr')];
  const asked = input.value;
  let timer: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLowerCase();
    const shown = rows.filter((row) => {
      row.hidden = !(row.querySelector('th')?.textContent ?? '').toLowerCase().includes(wanted);
      return !row.hidden;
    });
    clearTimeout(timer);
    const isWider = !wanted.startsWith(asked.trim().toLowerCase());
    if (shown.length === 0 || isWider) timer = setTimeout(() => form.requestSubmit(), PAUSE * 4);
    history.replaceState(null, '', `?${new URLSearchParams(new FormData(form) as unknown as Record<string, string>)}`);
  });
}

function moveByArrows(event: KeyboardEvent, table: Element): void {
  const cell = (event.target as Element).closest('td');
  if (cell === null || event.altKey || event.ctrlKey || event.metaKey) return;
  const isRtl = getComputedStyle(table).direction === 'rtl';
  const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, isRtl ? 1 : -1], ArrowRight: [0, isRtl ? -1 : 1] }[event.key];
  if (step === undefined) return;
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')].filter((row) => !row.hidden);
  const row = rows[rows.indexOf(cell.parentElement as HTMLTableRowElement) + (step[0] as number)];
  const link = row?.cells[cell.cellIndex + (step[1] as number)]?.querySelector<HTMLElement>('a');
  if (link === null || link === undefined) return;
  event.preventDefault();
  link.focus();
}
