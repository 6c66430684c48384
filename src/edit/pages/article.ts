/** An article and its edition side by side, and the sentence that is being worked on. */

import type { ElementContent } from 'hast';
import type { Block, Segment } from '../../article.ts';
import { segmentsOf } from '../../edition/open.ts';
import { stringify } from '../../publish/body/to-markup.ts';
import { type Html, type HtmlValue, html, raw } from '../../publish/page/html-tag.ts';
import { autonym, direction } from '../../publish/page/locale-names.ts';
import type { Opened } from '../../session/workspace.ts';
import { isRemoved, words } from '../../text.ts';
import type { EditionView, WorkView } from '../contract.ts';
import { filled, nodesOf } from '../layout/fill.ts';
import type { ArticleLayout } from '../layout/layouts.ts';
import type { Places } from '../layout/places.ts';
import { classesOf, firstToSee, JOINED, needsPerson, unread, workKey } from '../sentence-state.ts';
import type { GrowingView } from '../views.ts';
import { findingWords } from './finding.ts';
import { around, changing, type Visit } from './frame.ts';
import { addressOf, type Notice, type Panel, panel, sentenceLink, withSigns } from './panel.ts';

export interface SideBySide {
  readonly opened: Opened;
  readonly view: GrowingView;
  readonly layout: ArticleLayout;
  /** The sentence that is being worked on. */
  readonly current?: Omit<Panel, 'visit' | 'view'> | undefined;
  readonly notice?: Notice | undefined;
  /** Sentences of the locale that who asks has accepted today. */
  readonly today: number;
  /** Whether there is a way to the page that readers will see. */
  readonly isShown: boolean;
  /** Where the edition is on the desk's work list. */
  readonly work?: WorkView | undefined;
}

/** The page in pieces, one for each part of the layout: the first has all that stands before the article, and its beginning. */
export function* articlePage(
  visit: Visit,
  { opened, view, layout, current, notice, today, isShown, work }: SideBySide,
): Generator<string, void> {
  const { t } = visit;
  const { article } = opened.open.edition;
  const segments = new Map(segmentsOf(article).map((segment) => [segment.id, segment]));
  // Not from the view: no more of it than the first rows is made before them.
  const reviewed = [...opened.open.edition.targets.values()].filter(({ state }) => state === 'reviewed').length;
  const found = opened.findings.known().filter(({ level, segment }) => level !== 'note' && segment !== undefined).length;
  const head = article.blocks.filter(({ kind }) => kind === 'frontMatter');
  const strings = article.blocks.filter(({ kind }) => kind === 'string');
  const panes = (['source', 'edition'] as const).map((side) => ({
    side,
    locale: side === 'source' ? view.sourceLocale : view.locale,
    opened,
    view,
    segments,
    current: current?.segment.id,
    seen: new Set<string>(),
    joinedWords: t('join.saidIn'),
  }));
  const [before, after] = around(visit, {
    title: `${view.slug} (${view.locale})`,
    kind: 'article',
    data: { locale: view.locale, slug: view.slug },
    bar: html`<h1 class="slug"><bdi>${view.slug}</bdi></h1>
<p class="pair"><bdi>${autonym(view.sourceLocale)}</bdi> <span aria-hidden="true" class="arrow">→</span> <bdi>${autonym(view.locale)}</bdi></p>
<p class="count" id="count-reviewed">${t('count.reviewed', { reviewed, count: segments.size })}</p>
<p class="count" id="count-findings">${t('count.findings', { count: found })}</p>
<p class="count" id="count-today">${today > 0 && t('count.today', { count: today })}</p>
<p class="count" id="work">${work !== undefined && html`${t(`work.${workKey(work)}`)}${work.reason !== undefined && html` <bdi lang="en">${work.reason}</bdi>`}`}</p>
${isShown && html`<p class="published"><a href="${visit.at(addressOf(view.locale, view.slug).replace('/a/', '/published/'))}" target="_blank">${t('published.show')}</a></p>`}
`,
  });
  const columns = html`<div class="work">
${view.hand === 'person' && html`<p class="notice">${t('handMade', { command: 'dragoman memory align' })}</p>`}
${current === undefined && notice !== undefined && html`<p class="notice ${notice.kind}" role="status">${notice.text}</p>`}
<div class="rows">
<div class="row labels">${panes.map(({ side, locale }) => html`<p class="${side}">${t(`pane.${side}`, { language: autonym(locale) })}</p>`)}</div>
`;
  for (const [at, part] of layout.entries()) {
    const places = part();
    const own = panes.map((pane): Pane => ({ ...pane, places }));
    const named = (blocks: readonly Block[]) => blocks.map((block) => row(own, (pane) => headBlock(block, pane)));
    const rows = at === 0 ? html`${[before, columns.markup].map(raw)}${named(head)}` : html``;
    yield html`${rows}${stretches([...named(strings), ...bodyRows(visit, own, at === 0)])}`.markup;
  }
  const side = html`</div>
<aside class="panel" id="panel" aria-label="${t('panel.label')}">
${current === undefined ? overview(visit, view) : panel({ visit, view, ...current })}
</aside>
</div>`;
  yield side.markup + after;
}

/** The same part of the article in both languages, side by side. */
function row(panes: readonly Pane[], content: (pane: Pane) => HtmlValue, name = ''): Html {
  return html`<div class="${['row', name].join(' ').trim()}">${panes.map((pane) => html`<div class="${pane.side}" lang="${pane.locale}" dir="${direction(pane.locale)}">${content(pane)}</div>`)}</div>
`;
}

type Side = 'source' | 'edition';

interface Pane {
  readonly side: Side;
  readonly locale: string;
  readonly opened: Opened;
  readonly view: GrowingView;
  readonly segments: ReadonlyMap<string, Segment>;
  /** Of the part that is being made. */
  readonly places: Places;
  readonly current: string | undefined;
  /** Ids of sentences that are shown by now: what the layout has in several pieces is one in the edition. */
  readonly seen: Set<string>;
  /** That a sentence is said in another one. */
  readonly joinedWords: string;
}

/** The body, block by block: both columns have the same blocks, and so each is beside its translation however long the two are. */
function bodyRows(visit: Visit, panes: readonly Pane[], isFirst: boolean): Html[] {
  const [{ places, opened, segments }] = panes as [Pane];
  const additions = Map.groupBy(opened.open.edition.additions ?? [], ({ after }) => after);
  const blocks = places.tree.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [first] = segments.keys();
  const own = (after: string | null) =>
    (additions.get(after) ?? []).map(({ markdown }) => additionRow(visit, panes, markdown, after ?? first ?? ''));
  return [
    ...(isFirst ? own(null) : []),
    ...blocks.flatMap((block) => {
      const ids: string[] = [];
      const beside = row(panes, (pane) => {
        const tree = filled({ type: 'root', children: [block] }, (id, children) => {
          ids.push(id);
          const segment = segments.get(id);
          return segment === undefined ? [...children] : sentenceNodes(segment, children, pane);
        });
        return raw(stringify(tree));
      });
      return [beside, ...[...new Set(ids)].flatMap(own)];
    }),
  ];
}

/** Rows of one stretch: what is out of sight is left out of the layout by the stretch. */
const STRETCH = 20;

function stretches(rows: readonly Html[]): Html[] {
  return Array.from(
    { length: Math.ceil(rows.length / STRETCH) },
    (_, at) => html`<div class="stretch">${rows.slice(at * STRETCH, (at + 1) * STRETCH)}</div>
`,
  );
}

/** Markdown that people wrote for this edition, which has no source; it is changed with the sentence that it follows. */
function additionRow({ t, readOnly }: Visit, panes: readonly Pane[], markdown: string, at: string): Html {
  const change = !readOnly && html` <a href="?s=${at}#own">${t('own.change')}</a>`;
  return row(
    panes,
    ({ side }) =>
      side === 'edition' &&
      html`<div class="own-work"><p class="labels" lang="${t.locale}" dir="${direction(t.locale)}">${t('pane.own')}${change}</p><p class="verbatim">${markdown}</p></div>`,
    'own',
  );
}

/** The element of a sentence, with its text in it: the source's, or the edition's in the source's marks. */
function sentenceNodes(
  segment: Segment,
  children: readonly ElementContent[],
  { side, opened, view: all, places, current, seen, joinedWords }: Pane,
): ElementContent[] {
  const { article } = opened.open.edition;
  const isFirst = !seen.has(segment.id);
  seen.add(segment.id);
  const view = all.of(segment.id);
  const target = opened.open.edition.targets.get(segment.id);
  if (side === 'edition' && !isFirst) return [];
  const content = side === 'source' || target === undefined ? [...children] : nodesOf(target.text, segment, places);
  const isOut = side === 'edition' && isRemoved(target);
  const isJoined = isOut && view?.saidIn !== undefined;
  const state = side === 'source' || view === undefined ? [] : classesOf(view);
  return [
    {
      type: 'element',
      tagName: 'a',
      properties: {
        href: sentenceLink(segment.id),
        className: ['s', ...state, ...(current === segment.id ? ['current'] : []), ...(isOut ? ['out'] : [])],
        ...(isFirst && { id: `${side === 'edition' ? 't' : 's'}-${segment.id}` }),
        dataSegment: segment.id,
        ...(current === segment.id && { ariaCurrent: 'true' }),
        ...(isJoined && { title: joinedWords }),
        // The source, until there is a translation.
        ...(side === 'edition' && target === undefined && { lang: article.locale, dir: direction(article.locale) }),
      },
      children: isOut ? [{ type: 'text', value: isJoined ? JOINED : '⊘' }] : content,
    },
  ];
}

const asHtml = (children: ElementContent[]): Html => raw(stringify({ type: 'root', children }));

/** A field of the front matter that readers see as headline or standfirst; the others have a name. */
function headBlock({ path = '', segments }: Block, pane: Pane): Html {
  const content = html`${segments.map((segment) => html`${sentence(segment, pane)} `)}`;
  if (/^title$/i.test(path)) return html`<p class="headline">${content}</p>`;
  if (/^(description|summary|standfirst|lead|excerpt)$/i.test(path)) return html`<p class="standfirst">${content}</p>`;
  return html`<p class="keyed"><span class="key" dir="ltr" lang="en">${path}</span> <span class="value">${content}</span></p>`;
}

/** A sentence that is in no tree. */
function sentence(segment: Segment, pane: Pane): Html {
  const children: ElementContent[] = nodesOf(segment.text, segment, pane.places);
  const plain: ElementContent[] = children.length > 0 ? children : [{ type: 'text', value: words(segment.text) }];
  return asHtml(sentenceNodes(segment, plain, pane));
}

function overview(visit: Visit, view: EditionView): Html {
  const { t } = visit;
  const count = view.segments.filter(unread).length;
  const next = view.segments.find(needsPerson);
  return html`<p class="hint">${t('panel.choose')}</p>
${next !== undefined && html`<p><a class="button" href="${sentenceLink(next.id)}">${t('panel.next')}</a></p>`}
${count > 0 && !visit.readOnly && changing(visit, addressOf(view.locale, view.slug), html`<button class="quiet" name="action" value="read-all">${t('panel.readAll', { count })}</button>`)}
${lookFirst(visit, view)}
<ul class="legend">${(['machine', 'reviewed', 'stale', 'missing'] as const).map((state) => html`<li><span class="s ${state}">${t(`state.${state}`)}</span></li>`)}</ul>
${
  view.findings.length > 0 &&
  html`<h2>${t('panel.editionFindings')}</h2><ul class="findings">${view.findings.map((finding) => html`<li class="${finding.level}">${findingWords(visit, finding)}</li>`)}</ul>`
}`;
}

/** As many as are looked at in a minute. */
const MOST = 5;

function lookFirst({ t }: Visit, { locale, sourceLocale, segments }: EditionView): HtmlValue {
  const first = firstToSee(segments, MOST);
  if (first.length === 0) return undefined;
  const items = first.map(({ id, target, source }) => {
    const language = target === null ? sourceLocale : locale;
    return html`<li><a href="${sentenceLink(id)}" lang="${language}" dir="${direction(language)}">${withSigns(target ?? source)}</a></li>`;
  });
  return html`<h2>${t('first.title')}</h2><ul class="first">${items}</ul>`;
}
