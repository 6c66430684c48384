/** The sentences in the article's layout, as the server has put them there. */

import { DOMSerializer } from 'prosemirror-model';
import type { OwnParagraphView, SegmentView } from '../../contract.ts';
import { classesOf, JOINED } from '../../sentence-state.ts';
import { isReadOnly } from '../page.ts';
import { t } from '../page-words.ts';
import { toSentence } from '../sentence/fragment.ts';
import { sentenceSchema } from '../sentence/schema.ts';

const serializer = DOMSerializer.fromSchema(sentenceSchema);

export interface Pane {
  /** Ids in the order of the article as it is read. */
  readonly order: readonly string[];
  readonly sentence: (id: string) => HTMLElement | undefined;
  readonly source: (id: string) => HTMLElement | undefined;
  /** Shows what is known of a sentence by now. @param withText its text is another too */
  readonly show: (view: SegmentView, withText: boolean) => void;
  /** The sentence that the tab key reaches, and that is worked on. */
  readonly setCurrent: (id: string | undefined) => void;
  /** A field has taken the place of the sentence, or has gone. */
  readonly setWriting: (id: string, isOn: boolean) => void;
  /** The paragraphs of the edition's own, each behind its sentence's block. */
  readonly showOwn: (own: readonly OwnParagraphView[]) => void;
  readonly mark: (id: string, name: 'saving' | 'trouble' | 'here', isOn: boolean, title?: string) => void;
}

export function createPane(): Pane {
  const sentences = new Map<string, HTMLElement>();
  const sources = new Map<string, HTMLElement>();
  for (const element of document.querySelectorAll<HTMLElement>('.rows a.s[data-segment]')) {
    const id = element.dataset.segment ?? '';
    const isEdition = element.closest('.edition') !== null;
    if (isEdition) sentences.set(id, element);
    else if (!sources.has(id)) sources.set(id, element);
    // One of all can be reached by the tab key; from it arrow keys lead to the others.
    element.tabIndex = -1;
  }
  let current: string | undefined;
  const both = (id: string) => [sentences.get(id), sources.get(id)].filter((element) => element !== undefined);
  return {
    order: [...sentences.keys()],
    sentence: (id) => sentences.get(id),
    source: (id) => sources.get(id),
    show: (view, withText) => {
      const element = sentences.get(view.id);
      if (element === undefined) return;
      const kept = ['current', 'saving', 'trouble', 'here'].filter((name) => element.classList.contains(name));
      const isOut = view.target === '' && view.state !== 'missing' && view.source !== '';
      element.className = ['s', ...classesOf(view), ...kept, ...(isOut ? ['out'] : [])].join(' ');
      if (view.saidIn !== undefined) element.title = t('join.saidIn');
      else if (!kept.includes('here')) element.removeAttribute('title');
      if (!withText) return;
      // Without a translation it shows the source, in the source's direction.
      for (const name of ['lang', 'dir']) {
        const value = view.target === null ? sources.get(view.id)?.closest(`[${name}]`)?.getAttribute(name) : null;
        if (value == null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
      if (isOut) element.textContent = view.saidIn === undefined ? '⊘' : JOINED;
      else element.replaceChildren(contentOf(view, sources.get(view.id)));
    },
    setCurrent: (id) => {
      if (current !== undefined)
        for (const element of both(current)) {
          element.classList.remove('current');
          element.removeAttribute('aria-current');
        }
      const before = sentences.get(current ?? '');
      if (before !== undefined) before.tabIndex = -1;
      current = id;
      const element = sentences.get(id ?? sentences.keys().next().value ?? '');
      if (element !== undefined) element.tabIndex = 0;
      if (id === undefined) return;
      for (const one of both(id)) {
        one.classList.add('current');
        one.setAttribute('aria-current', 'true');
      }
    },
    setWriting: (id, isOn) => {
      const element = sentences.get(id);
      if (element === undefined) return;
      element.hidden = isOn;
      element.closest('.edition')?.classList.toggle('at-work', isOn);
    },
    showOwn: (own) => {
      for (const row of document.querySelectorAll('.rows .row.own')) row.remove();
      const last = new Map<Element, Element>();
      for (const { after, markdown } of own) {
        const first = document.querySelector('.rows .stretch > .row');
        const beside = after === null ? first : (sentences.get(after)?.closest('.row') ?? null);
        if (beside === null) continue;
        const row = ownRow(beside, markdown, after ?? [...sentences.keys()][0] ?? '');
        // Several of one place are in their order.
        if (after === null && !last.has(beside)) beside.before(row);
        else (last.get(beside) ?? beside).after(row);
        last.set(beside, row);
      }
    },
    mark: (id, name, isOn, title) => {
      const element = sentences.get(id);
      element?.classList.toggle(name, isOn);
      if (title !== undefined) element?.setAttribute('title', title);
      else if (name === 'here') element?.removeAttribute('title');
    },
  };
}

/** As the server makes it; `beside` has the languages of both columns. */
function ownRow(beside: Element, markdown: string, at: string): Element {
  const row = document.createElement('div');
  row.className = 'row own';
  for (const side of ['source', 'edition']) {
    const column = beside.querySelector(`.${side}`)?.cloneNode() ?? document.createElement('div');
    row.append(column);
    if (side === 'source') continue;
    const work = document.createElement('div');
    work.className = 'own-work';
    const label = document.createElement('p');
    label.className = 'labels';
    label.lang = document.documentElement.lang;
    label.dir = document.documentElement.dir;
    label.append(`${t('pane.own')} `);
    if (!isReadOnly) {
      const change = document.createElement('a');
      change.href = `?s=${at}#own`;
      change.textContent = t('own.change');
      label.append(change);
    }
    const words = document.createElement('p');
    words.className = 'verbatim';
    words.textContent = markdown;
    work.append(label, words);
    column.appendChild(work);
  }
  return row;
}

/** The words of a target in their marks; pictures are those of the source. */
function contentOf({ target, source, marks }: SegmentView, original: HTMLElement | undefined): DocumentFragment {
  const content = serializer.serializeFragment(toSentence(target ?? source, marks).content) as DocumentFragment;
  const pictures = [...(original?.querySelectorAll('img') ?? [])];
  const places = marks.filter(({ look, role }) => look === 'image' && role === 'alone');
  for (const chip of content.querySelectorAll('.chip.image')) {
    const at = places.findIndex(({ label }) => label === chip.textContent);
    const picture = pictures[at];
    if (picture !== undefined) chip.replaceWith(picture.cloneNode());
  }
  return content;
}
