// Cards of what is on other sites: a button that loads it. Without this script a card is a picture, a title and a link.

for (const card of document.querySelectorAll('[data-embed]')) {
  const { embed, embedKind, embedTitle, embedLoad, embedNote, embedRatio, embedHeight, embedLang } = card.dataset;
  const words = embedLang ? { lang: embedLang } : {};
  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const button = make('button', { type: 'button', className: 'embed-load', ...words, textContent: embedLoad });
  const note = make('p', { className: 'embed-note', ...words, textContent: embedNote });
  const open = card.querySelector('.embed-open');
  open.before(button, note);
  button.addEventListener('click', () => {
    const piece = make(embedKind === 'frame' ? 'iframe' : embedKind === 'image' ? 'img' : embedKind, {
      ...(embedKind === 'frame'
        ? { title: embedTitle, allow: 'fullscreen; encrypted-media; picture-in-picture', referrerPolicy: 'strict-origin-when-cross-origin' }
        : {}),
      ...(embedKind === 'image' ? { alt: embedTitle } : {}),
      ...(embedKind === 'video' || embedKind === 'audio' ? { controls: true, ariaLabel: embedTitle } : {}),
      tabIndex: -1,
    });
    if (embedKind === 'frame') {
      piece.sandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation allow-forms';
      if (embedRatio) piece.style.aspectRatio = embedRatio;
      else piece.style.blockSize = `${Math.min(Number(embedHeight) || 480, 2000)}px`;
    }
    piece.src = embed;
    card.querySelector(':scope > img')?.remove();
    card.prepend(piece);
    button.remove();
    note.remove();
    card.classList.add('loaded');
    piece.focus();
  });
}

// A chart tells how high it is, once it knows how wide it may be.
addEventListener('message', ({ data, source }) => {
  const heights = data?.['datawrapper-height'];
  if (typeof heights !== 'object' || heights === null) return;
  for (const frame of document.querySelectorAll('[data-embed] iframe'))
    if (frame.contentWindow === source) frame.style.blockSize = `${Math.min(Number(Object.values(heights)[0]) || 480, 5000)}px`;
});
