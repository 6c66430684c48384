// The search field, and Pagefind's results for it. Without this script the page has no field that would do nothing.

const box = document.querySelector('.search');

if (box) {
  const { index, locale, words: spoken, label, submit, none, failed } = box.dataset;
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
  box.append(form, status, list);
  box.hidden = false;

  let pagefind;
  let latest = 0;

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const query = input.value.trim();
    const turn = ++latest;
    list.replaceChildren();
    list.hidden = true;
    status.textContent = '';
    if (query === '') return;
    try {
      pagefind ??= await import(index);
      const { results } = await pagefind.search(query);
      const found = await Promise.all(results.slice(0, 20).map((result) => result.data()));
      if (turn !== latest) return;
      // The page holds the words, one for each plural form, so that no library is needed here.
      const form = new Intl.PluralRules(spoken).select(found.length);
      const words = box.getAttribute(`data-results-${form}`) ?? box.getAttribute('data-results-other') ?? '';
      status.textContent = found.length === 0 ? none : words.replace('#', new Intl.NumberFormat(spoken).format(found.length));
      for (const { url, meta } of found) {
        const item = make('li', {}, make('a', { href: url, textContent: meta.title }));
        // What readers must know of the text is told wherever its words are.
        for (const told of [meta.corrected, meta.note]) if (told) item.append(make('p', { className: 'told', textContent: told }));
        list.append(item);
      }
      list.hidden = found.length === 0;
    } catch {
      status.textContent = failed;
    }
  });
}
