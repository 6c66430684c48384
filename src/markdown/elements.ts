/** What HTML elements are to a translator. */

/** Their text is not for translation. */
export const VERBATIM: ReadonlySet<string> = new Set(
  'code kbd samp var pre script style math svg textarea template xmp listing plaintext noembed noframes iframe object canvas'.split(' '),
);

/** They end a sentence: a text on both sides of their tags is two blocks. The rest are marks within a text. */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li link main menu meta nav noscript ol optgroup option p param ' +
    'pre script search section select style summary table tbody td template textarea tfoot th thead title tr track ul video audio object canvas ' +
    'svg math xmp listing plaintext noembed noframes base source'
  ).split(' '),
);

/** They have no end tag (WHATWG HTML, 13.1.2). */
export const VOID: ReadonlySet<string> = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
