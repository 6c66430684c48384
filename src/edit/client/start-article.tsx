/** The article's page with scripts: the forms of the panel become a field in the text. */

import { render } from 'preact';
import type { SegmentView } from '../contract.ts';
import { createSentenceDesk, type SentenceDesk } from './article/desk.ts';
import { listenToKeys } from './article/keys.ts';
import { followEdition } from './article/live.ts';
import { copyOf } from './article/local-copies.ts';
import { createPane } from './article/pane.ts';
import { directionOf } from './page.ts';
import { t } from './page-words.ts';
import { matchesFor } from './panel/help.tsx';
import { KeysDialog } from './panel/keys-dialog.tsx';
import { Panel } from './panel/panel.tsx';
import { getEdition } from './requests.ts';

/** Until the edition has come, and where it does not, links and forms do the work. */
export async function startArticle(): Promise<void> {
  const host = document.getElementById('panel');
  if (host === null) return;
  const view = await getEdition();
  const pane = createPane();
  const dialogHost = document.createElement('div');
  document.body.append(dialogHost);
  document.body.classList.add('live');
  // The panel's own forms and links go: what they do, the island does.
  const island = document.createElement('div');
  island.className = 'island';
  host.replaceChildren(island);

  let isOutdated = false;
  let isHelpOpen = false;
  let asked = { words: '', times: 0 };
  let ownAsked = 0;
  let isDue = false;
  const draw = () => {
    render(<Panel desk={desk} isOutdated={isOutdated} asked={asked} ownAsked={ownAsked} onHelp={() => setHelp(true)} />, island);
    render(<KeysDialog isOpen={isHelpOpen} onClose={() => setHelp(false)} />, dialogHost);
    count();
  };
  /** Many changes of one moment are drawn once, before the next frame. */
  const update = () => {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      draw();
    });
  };
  const setHelp = (isOpen: boolean) => {
    if (isHelpOpen === isOpen) return;
    isHelpOpen = isOpen;
    update();
  };
  const direction = directionOf(view.locale) === 'rtl' ? 'rtl' : 'ltr';
  const desk = createSentenceDesk({
    view,
    pane,
    direction,
    onChange: update,
    onOutdated: (isOther) => {
      isOutdated = isOther;
    },
  });
  const count = counter(desk);
  pane.setCurrent(undefined);

  document.querySelector('.rows')?.addEventListener('click', (event) => {
    if (!(event instanceof MouseEvent) || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const own = (event.target as Element).closest<HTMLAnchorElement>('.own-work a');
    if (own !== null) {
      event.preventDefault();
      desk.choose(new URL(own.href).searchParams.get('s') ?? '', { edit: false, focus: false });
      ownAsked++;
      return update();
    }
    const anchor = (event.target as Element).closest<HTMLElement>('a.s[data-segment]');
    if (anchor === null) return;
    event.preventDefault();
    const isEdition = anchor.closest('.edition') !== null;
    // By the keyboard it is a press of Enter, without a place.
    const at = isEdition && event.detail > 0 ? { left: event.clientX, top: event.clientY } : undefined;
    desk.choose(anchor.dataset.segment ?? '', { edit: true, ...(at !== undefined && { at }) });
  });
  document.querySelector('.rows')?.addEventListener('focusin', ({ target }) => {
    const anchor = (target as Element).closest<HTMLElement>('.edition a.s[data-segment]');
    // Reached by the tab key: it is the one at hand.
    if (anchor?.dataset.segment !== undefined && desk.shown().segment === undefined) desk.choose(anchor.dataset.segment, { edit: false });
  });
  let term = 0;
  listenToKeys({
    desk,
    useMatch: () => {
      const { segment, help } = desk.shown();
      const [match] = segment === undefined ? [] : matchesFor(segment, help);
      if (match !== undefined) desk.useText(match.target);
    },
    useTerm: () => {
      const terms = desk.shown().segment?.terms ?? [];
      const next = terms[term++ % Math.max(1, terms.length)];
      if (next !== undefined) desk.useWords(next.target);
    },
    putMark: (at) => {
      const mark = desk.shown().missing[at - 1];
      if (mark !== undefined) desk.putMark(mark);
      return mark !== undefined;
    },
    openConcordance: () => {
      asked = { words: desk.field()?.selected() ?? '', times: asked.times + 1 };
      update();
    },
    openOwn: () => {
      ownAsked++;
      update();
    },
    openHelp: () => setHelp(true),
  });
  // The last word before the page goes, whether it comes again or not.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && desk.flush(true));
  window.addEventListener('pagehide', () => desk.flush(true));
  followEdition(desk, pane);

  const wanted = new URLSearchParams(location.search).get('s');
  const segment = view.segments.find(({ id }) => id === wanted);
  const hasDraft = segment?.drafts.some(({ isMine }) => isMine) === true || (wanted !== null && copyOf(wanted) !== undefined);
  if (segment !== undefined) desk.choose(segment.id, { edit: hasDraft });
  draw();
}

/** How far the edition is, in the bar. @returns what says it, whenever sentences may be others */
function counter(desk: SentenceDesk): () => void {
  let told: readonly SegmentView[] | undefined;
  const say = (id: string, words: string) => {
    const element = document.getElementById(id);
    if (element !== null) element.textContent = words;
  };
  return () => {
    const now = desk.segments();
    if (now === told) return;
    told = now;
    const reviewed = now.filter(({ state }) => state === 'reviewed').length;
    const found = now.reduce((sum, { findings }) => sum + findings.filter(({ level }) => level !== 'note').length, 0);
    say('count-reviewed', t('count.reviewed', { reviewed, count: now.length }));
    say('count-findings', t('count.findings', { count: found }));
  };
}
