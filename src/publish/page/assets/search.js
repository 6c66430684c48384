// The search field, and Pagefind's results for it. Without this script the page has no field that would do nothing.

const box = document.querySelector('.search');

if (box) {
  const { index, locale, words: spoken, label, submit, none, failed, more } = box.dataset;
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const input = make('input', { type: 'search', name: 'q', autocomplete: 'off', enterKeyHint: 'search' });
  input.setAttribute('aria-label', label);
  input.placeholder = label;
  const form = make('form', {}, input, make('button', { type: 'submit', textContent: submit }));
  const status = make('p', { role: 'status' });
  status.setAttribute('role', 'status');
  const list = make('ol', { hidden: true, lang: locale, dir: document.documentElement.dir });
  const next = make('button', { type: 'button', className: 'more', hidden: true, textContent: more });
  box.append(form, status, list, next);
  box.hidden = false;

  /** In scripts without spaces the index has one between words, behind a mark that tells it from an author's; Pagefind adds some without width. */
  const joined = (text) => text.replace(/\u200b/g, '').replace(/\u2060(<\/mark>)?(?: |$)/g, '$1');
  const inWords = (query) =>
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(query)
      ? [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(query)].map(({ segment }) => segment).join(' ')
      : query;

  /** What Pagefind cut out of the text, the hits marked; its markup is read, never run. */
  const excerptOf = (markup) => {
    // It may begin where a sentence ends.
    const { body } = new DOMParser().parseFromString(joined(markup).replace(/^[\s·…\p{Terminal_Punctuation}]+/u, ''), 'text/html');
    const parts = [...body.childNodes].map((node) =>
      node.nodeName === 'MARK' ? make('mark', { textContent: node.textContent }) : node.textContent,
    );
    return make('p', { className: 'summary' }, ...parts);
  };

  const itemOf = ({ url, meta, excerpt }) => {
    const item = make('li', {}, make('a', { href: url, textContent: joined(meta.title) }), excerptOf(excerpt));
    // Each by itself: in writing from the right, a date that follows a name in Latin letters would be drawn to it.
    const about = [meta.authors, meta.date].filter(Boolean).map((text) => make('bdi', { dir: list.dir, textContent: joined(text) }));
    if (about.length > 0) item.append(make('p', { className: 'meta' }, ...about.flatMap((one, at) => (at > 0 ? [' · ', one] : [one]))));
    // What readers must know of the text is told wherever its words are.
    for (const told of [meta.corrected, meta.note]) if (told) item.append(make('p', { className: 'told', textContent: joined(told) }));
    return item;
  };

  const AT_ONCE = 10;
  let pagefind;
  let latest = 0;
  let waiting = [];

  const show = async (turn) => {
    const found = await Promise.all(waiting.slice(0, AT_ONCE).map((result) => result.data()));
    if (turn !== latest) return;
    waiting = waiting.slice(AT_ONCE);
    const items = found.map(itemOf);
    const isFirst = list.children.length === 0;
    list.append(...items);
    list.hidden = list.children.length === 0;
    next.hidden = waiting.length === 0;
    // Who asked for more goes on where it begins.
    if (!isFirst) items[0]?.querySelector('a')?.focus();
  };

  const search = async (query) => {
    const turn = ++latest;
    list.replaceChildren();
    list.hidden = true;
    next.hidden = true;
    status.textContent = '';
    if (query === '') return;
    try {
      pagefind ??= await import(index);
      const { results } = await pagefind.search(inWords(query));
      if (turn !== latest) return;
      waiting = results;
      // The page holds the words, one for each plural form, so that no library is needed here.
      const form = new Intl.PluralRules(spoken).select(results.length);
      const words = box.getAttribute(`data-results-${form}`) ?? box.getAttribute('data-results-other') ?? '';
      status.textContent = results.length === 0 ? none : words.replace('#', new Intl.NumberFormat(spoken).format(results.length));
      await show(turn);
    } catch {
      status.textContent = failed;
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = input.value.trim();
    // An address that can be sent to somebody, and comes back with the browser's own key.
    const address = new URL(location.href);
    if (query === '') address.searchParams.delete('q');
    else address.searchParams.set('q', query);
    history.replaceState(null, '', address);
    search(query);
  });
  next.addEventListener('click', () => show(latest).catch(() => (status.textContent = failed)));

  // A slash leads to the field, as readers know it from other sites; not from where they write.
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    input.focus();
  });

  const asked = new URLSearchParams(location.search).get('q')?.trim();
  if (asked) {
    input.value = asked;
    search(asked);
  }
}
