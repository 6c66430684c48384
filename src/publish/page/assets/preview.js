// Of the preview alone: shows what the last build made, or why it made nothing.

const events = new EventSource('/.dragoman-preview/events');
let overlay;

const show = (lines) => {
  overlay?.remove();
  overlay = undefined;
  if (lines.length === 0) return;
  overlay = document.createElement('div');
  overlay.setAttribute('role', 'alert');
  overlay.id = 'Site-preview-errors';
  overlay.lang = 'en';
  overlay.dir = 'ltr';
  // The page's policy lets no style attribute in; what a script sets is none.
  overlay.style.cssText =
    'position:fixed;inset:auto 0 0 0;z-index:9;max-block-size:60vh;overflow:auto;padding:1rem 1.5rem;background:#7a1410;color:#fff;font:16px/1.5 system-ui,sans-serif;white-space:pre-wrap';
  for (const line of lines) {
    const paragraph = document.createElement('p');
    paragraph.style.cssText = 'margin:0 0 .5rem';
    paragraph.textContent = line;
    overlay.append(paragraph);
  }
  document.body.append(overlay);
};

let seen;
events.addEventListener('state', ({ data }) => {
  const { build, errors, open } = JSON.parse(data);
  const first = seen === undefined;
  const newer = build !== seen;
  seen = build;
  show(errors);
  if (first || !newer) return;
  // Whoever looks at the preview is led to what was saved; other tabs stay where they are.
  if (open !== undefined && decodeURI(location.pathname) !== open && document.visibilityState === 'visible')
    location.assign(encodeURI(open));
  else location.reload();
});
