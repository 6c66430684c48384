/** The sentence that is being worked on: what it says, what is known of it, and the field to say it otherwise. */

import { wordDiff } from '../../memory/likeness.ts';
import { type Html, type HtmlValue, html } from '../../publish/page/html-tag.ts';
import { direction } from '../../publish/page/locale-names.ts';
import type { AlternativeView, DraftView, EditionView, HelpView, HistoryView, MarkView, NoteView, SegmentView } from '../contract.ts';
import { nameOf } from '../people.ts';
import { addressOfTerm } from '../term-address.ts';
import { toPlain } from '../texts.ts';
import { findingWords } from './finding.ts';
import { changing, diffMarkup, type Visit } from './frame.ts';

/** What came of the last request. */
export interface Notice {
  readonly kind: 'done' | 'waiting' | 'conflict' | 'refused';
  readonly text: string;
  /** The sentence that it tells of, where that is not the one at hand: what was done to it can be taken back. */
  readonly of?: SegmentView;
}

export interface OwnWritten {
  readonly markdown: string;
  /** Which of several at the same place. */
  readonly at: number;
}

export interface Panel {
  readonly visit: Visit;
  readonly view: EditionView;
  readonly segment: SegmentView;
  readonly help: HelpView;
  readonly notice?: Notice | undefined;
  /** What somebody wrote over another text: in the field again, to be saved over the present one. */
  readonly written?: string | undefined;
  /** Its changes in git, where somebody has asked for them. */
  readonly changes?: HistoryView['changes'] | undefined;
  /** A paragraph of their own that was not written: in its field again. */
  readonly ownWritten?: OwnWritten | undefined;
  /** What an engine has said for it. */
  readonly asked?: AlternativeView | undefined;
}

export function panel({ visit, view, segment, help, notice, written, ownWritten, changes, asked }: Panel): Html {
  const { t } = visit;
  const at = view.segments.findIndex(({ id }) => id === segment.id);
  const [before, after] = [view.segments[at - 1], view.segments[at + 1]];
  return html`<nav class="steps" aria-label="${t('panel.steps')}">
${before !== undefined && html`<a class="button quiet" rel="prev" href="${sentenceLink(before.id)}">${t('panel.before')}</a>`}
<p>${t('panel.position', { at: at + 1, count: view.segments.length })}</p>
${after !== undefined && html`<a class="button quiet" rel="next" href="${sentenceLink(after.id)}">${t('panel.after')}</a>`}
</nav>
${notice !== undefined && html`<p class="notice ${notice.kind}" role="status">${notice.text}</p>`}
${takeBack(visit, view, notice?.of)}
<p class="said" lang="${view.sourceLocale}" dir="${direction(view.sourceLocale)}">${withSigns(segment.source)}</p>
${segment.says !== undefined && html`<p class="hint">${t('join.says')}</p>`}
${segment.saidIn !== undefined && html`<p class="hint">${t('join.saidIn')} <a href="${sentenceLink(segment.saidIn)}">${t('trouble.go')}</a></p>`}
${segment.note !== undefined && html`<p class="note">${segment.note}</p>`}
${list(t('panel.notes'), (segment.notes ?? []).map(noteItem), 'notes')}
${visit.readOnly || view.hand === 'person' ? shown(segment, view) : field(visit, view, segment, written, help)}
${takeBack(visit, view, segment)}
${
  asked !== undefined &&
  html`<section><h2>${t('panel.asked', { engine: asked.engine })}</h2><p class="target" lang="${view.locale}" dir="${direction(view.locale)}">${toPlain(asked.text)}</p></section>`
}
${segment.doubt !== undefined && html`<p class="hint">${t('panel.doubt', { share: Math.round(segment.doubt) })}</p>`}
${segment.was !== undefined && changed(visit, view, segment.was)}
${list(t('panel.findings'), findings(visit, segment), 'findings')}
${list(
  t('panel.terms'),
  segment.terms.map(
    ({ source, target }) =>
      html`<li><bdi lang="${view.sourceLocale}">${source}</bdi> <span aria-hidden="true" class="arrow">→</span> <bdi lang="${view.locale}"><a href="${visit.at(addressOfTerm({ locale: view.locale, from: view.sourceLocale }, source))}">${target}</a></bdi></li>`,
  ),
  'terms',
)}
${list(t('panel.memory'), matches(visit, view, segment, help), 'memory')}
${list(t('panel.others'), others(visit, view, segment), 'drafts')}
${!visit.readOnly && view.hand === 'dragoman' && view.format === 'markdown' && ownParagraphs(visit, view, segment, ownWritten)}
${changes === undefined ? undefined : history(visit, view, changes)}
<ul class="ways"><li><a href="${visit.at(`/search/${view.locale}?q=${encodeURIComponent(words(segment.source))}`)}">${t('panel.search')}</a></li>${changes === undefined && html`<li><a href="?s=${segment.id}&amp;history#panel">${t('panel.showHistory')}</a></li>`}</ul>`;
}

/** What who asks has done last to the sentence, as long as nobody has changed it since. */
function takeBack(visit: Visit, { locale, slug }: EditionView, done: SegmentView | undefined): HtmlValue {
  if (done?.undo === undefined || visit.readOnly) return undefined;
  const content = html`<input type="hidden" name="segment" value="${done.id}"><button class="quiet" name="action" value="undo ${done.undo}">${visit.t('term.undo')}</button>`;
  return changing(visit, addressOf(locale, slug), content);
}

/** Paragraphs of the edition's own behind the sentence's block, each in a field, and an empty one for another. */
function ownParagraphs(
  visit: Visit,
  { locale, slug, segments, own }: EditionView,
  { id }: SegmentView,
  written: OwnWritten | undefined,
): Html {
  const { t } = visit;
  const here = own.filter(({ after }) => after === id || (after === null && id === segments[0]?.id));
  const form = (at: number, was: string | undefined, after: string | null) =>
    changing(
      visit,
      addressOf(locale, slug),
      html`<input type="hidden" name="segment" value="${id}">${was !== undefined && html`<input type="hidden" name="was" value="${was}">`}${after === null && html`<input type="hidden" name="first" value="yes">`}<input type="hidden" name="at" value="${at}">
<label>${t(was === undefined && here.length > 0 ? 'own.another' : 'own.label')} <textarea name="markdown" rows="4" lang="${locale}" dir="${direction(locale)}">${(written?.at === at ? written.markdown : was) ?? ''}</textarea></label>
<p class="actions"><button name="action" value="own" class="quiet">${t('own.save')}</button>${was !== undefined && html` <button name="action" value="own-remove" class="quiet">${t('own.remove')}</button>`}</p>`,
      'editing',
    );
  const isOpen = here.length > 0 || written !== undefined;
  return html`<details class="more" id="own"${isOpen && html` open`}><summary>${t('own.title')}</summary>
<p class="hint">${t('own.hint')}</p>
${here.map(({ markdown, after }, at) => form(at, markdown, after))}${form(here.length, undefined, id)}</details>`;
}

/** A search begins with a few of the sentence's words, to be changed. */
const words = (fragment: string) =>
  toPlain(fragment)
    .replace(/<[^>]*>/g, '')
    .split(/\s+/)
    .slice(0, 4)
    .join(' ');

function history(visit: Visit, { locale }: EditionView, changes: HistoryView['changes']): HtmlValue {
  const { t } = visit;
  const date = new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium' });
  if (changes.length === 0) return html`<p class="hint">${t('panel.noHistory')}</p>`;
  const items = changes.map(
    (
      { author, at, target, state },
      index,
    ) => html`<li><p class="hint">${date.format(new Date(at))} · <bdi>${author}</bdi> · ${t(`state.${state}`)}</p>
<p lang="${locale}" dir="${direction(locale)}">${diffMarkup(wordDiff(toPlain(changes[index + 1]?.target ?? ''), toPlain(target ?? '')))}</p></li>`,
  );
  return list(t('panel.history'), items, 'memory');
}

/** Words with the signs of their marks, which stay out of the reader's way. */
export function withSigns(fragment: string): Html {
  return html`${toPlain(fragment)
    .split(/(<\/?[\w.-]+\/?>)/)
    .map((part, at) => (at % 2 === 0 ? part : html`<span class="sign">${part}</span>`))}`;
}

function shown({ target }: SegmentView, { locale }: EditionView): Html {
  return html`<p class="target" lang="${locale}" dir="${direction(locale)}">${target === null ? '' : toPlain(target)}</p>`;
}

function field(visit: Visit, view: EditionView, segment: SegmentView, written: string | undefined, { engines }: HelpView): Html {
  const { t } = visit;
  const { locale, slug } = view;
  const mine = segment.drafts.find(({ isMine }) => isMine);
  const text = written ?? toPlain(mine?.text ?? segment.target ?? '');
  const rows = Math.min(12, Math.max(3, Math.ceil(text.length / 42)));
  const content = html`<input type="hidden" name="segment" value="${segment.id}"><input type="hidden" name="base" value="${segment.base}">
<label for="text">${t('panel.field')} <span class="state">${stateWords(visit, segment)}</span></label>
<textarea id="text" name="text" rows="${rows}" lang="${locale}" dir="${direction(locale)}" spellcheck="true" aria-describedby="marks">${text}</textarea>
<div id="marks">${segment.marks.length > 0 && html`<p class="hint">${t('panel.marks')}</p><ul class="marks">${segment.marks.map((mark) => markItem(visit, mark))}</ul>`}</div>
<p class="actions"><button name="action" value="next">${t('panel.acceptNext')}</button> <button name="action" value="stay" class="quiet">${t('panel.accept')}</button> <button name="action" value="draft" class="quiet">${t('panel.keep')}</button> <button name="action" value="remove" class="quiet">${t('panel.remove')}</button></p>
${engines.length > 0 && html`<p class="actions">${engines.map((offer) => html`<button name="action" value="ask ${offer.engine}" class="quiet">${t('panel.ask', { engine: offer.engine })}${offer.cost > 0 && html` <span class="hint">$${offer.cost.toFixed(4)}</span>`}</button> `)}</p>`}`;
  return changing(visit, addressOf(locale, slug), html`${content}${together(visit, locale, view, segment)}`, 'editing');
}

/** Ways to say it together with the next sentence, and apart again. */
function together({ t }: Visit, locale: string, { segments }: EditionView, { joins, says }: SegmentView): Html {
  const next = segments.find(({ id }) => id === joins);
  return html`${next !== undefined && html`<p class="actions"><input type="hidden" name="next" value="${next.base}"><button name="action" value="join" class="quiet">${t('join.join')}</button></p>`}
${
  says !== undefined &&
  html`<label for="rest">${t('join.rest')}</label>
<textarea id="rest" name="rest" rows="3" lang="${locale}" dir="${direction(locale)}"></textarea>
<p class="actions"><button name="action" value="split" class="quiet">${t('join.splitOff')}</button></p>`
}`;
}

/** The sentence's own address on its article's page: it is in sight there, and in the panel. */
export const sentenceLink = (id: string): string => `?s=${id}#t-${id}`;

export const addressOf = (locale: string, slug: string): string => `/a/${locale}/${slug.split('/').map(encodeURIComponent).join('/')}`;

function stateWords({ t }: Visit, { state, by, drafts }: SegmentView): string {
  const mine = drafts.find(({ isMine }) => isMine);
  const words = [t(`state.${state}`)];
  if (state === 'machine' && by?.name !== undefined) words.push(by.name);
  if (mine !== undefined) words.push(t(mine.isWaiting ? 'state.waiting' : 'state.draft'));
  return words.join(' · ');
}

function markItem({ t }: Visit, { id, role, look, label, title }: MarkView): Html {
  const sign =
    role === 'pair'
      ? html`<code>&lt;${id}&gt;…&lt;/${id}&gt;</code>`
      : html`<code>&lt;${role === 'alone' ? '' : `${role}-`}${id}/&gt;</code>`;
  const what = title ?? (role === 'alone' ? label : '');
  return html`<li>${sign} ${t(`look.${look}`)}${what !== '' && html` <bdi class="where" dir="ltr">${what}</bdi>`}</li>`;
}

function changed({ t }: Visit, { sourceLocale, locale }: EditionView, was: NonNullable<SegmentView['was']>): Html {
  return html`<section class="changed"><h2>${t('panel.changed')}</h2>
<p lang="${sourceLocale}" dir="${direction(sourceLocale)}">${diffMarkup(was.diff)}</p>
${was.target !== null && html`<p class="hint">${t('panel.saidThen')}</p><p lang="${locale}" dir="${direction(locale)}">${toPlain(was.target)}</p>`}</section>`;
}

function findings(visit: Visit, { findings: found }: SegmentView): Html[] {
  return found.map((finding) => {
    const { level, check, expected } = finding;
    return html`<li class="${level}"><span class="check" dir="ltr">${check}</span> ${findingWords(visit, finding)}${expected !== undefined && expected.length > 0 && html` <bdi class="expected">${expected.join(', ')}</bdi>`}</li>`;
  });
}

function matches({ t }: Visit, { locale }: EditionView, segment: SegmentView, { memory }: HelpView): Html[] {
  return memory
    .filter(({ target, source }) => target !== segment.target || source !== segment.source)
    .map(
      ({
        likeness,
        state,
        slug,
        target,
        diff,
      }) => html`<li><p class="hint">${t('panel.likeness', { share: Math.round(likeness * 100) })} · ${t(`state.${state}`)} · <bdi>${slug}</bdi></p>
<p class="diff">${diffMarkup(diff)}</p>
<p lang="${locale}" dir="${direction(locale)}">${toPlain(target)}</p></li>`,
    );
}

function others({ t }: Visit, { locale }: EditionView, { drafts, target }: SegmentView): Html[] {
  return drafts
    .filter(({ isMine }) => !isMine)
    .map(
      ({ author, text }: DraftView) => html`<li><p class="hint">${t('panel.draftOf', { name: nameOf(author) })}</p>
<p lang="${locale}" dir="${direction(locale)}">${diffMarkup(wordDiff(toPlain(target ?? ''), toPlain(text)))}</p></li>`,
    );
}

function noteItem({ text, from }: NoteView): Html {
  return html`<li>${from !== undefined && html`<p class="hint"><bdi>${from}</bdi></p>`}<p class="verbatim" dir="auto">${text}</p></li>`;
}

function list(heading: string, items: readonly HtmlValue[], className: string): HtmlValue {
  return items.length > 0 && html`<section><h2>${heading}</h2><ul class="${className}">${items}</ul></section>`;
}
