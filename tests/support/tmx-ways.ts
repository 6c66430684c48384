/** Sentences with their translations, and the ways in which tools write the same unit into a file of TMX. */

const NAMES = ['harbour', 'mayor', 'ferry', 'school', 'river', 'court', 'union', 'market'];
const nameOf = (at: number) => NAMES[at % 8] as string;

/** A piece of a sentence: words, or words between an author's marks. */
type Piece = string | { readonly words: string; readonly open: string; readonly close: string };

/** What an author puts around one word of a sentence: a link, emphasis, nothing. */
function marked(words: string, at: number): Piece {
  if (at % 4 === 1) return { words, open: '[', close: `](https://example.org/${at})` };
  return at % 4 === 2 ? { words, open: '*', close: '*' } : words;
}

/** Sentences that differ in words and in figures, with what people write between words. */
const source = (at: number): Piece[] => [
  `The café of “Ward ${at}” & its `,
  marked(nameOf(at), at),
  ` said: it's ${at * 7} metres to the ${nameOf(at >> 3)}.`,
];
/** A no-break space of the target's language is before its colon. */
const target = (at: number): Piece[] => [
  `La casa «${at}» dijo\u00a0: son ${at * 7} metros y la `,
  marked(`${nameOf(at)}a`, at),
  ` ${nameOf(at >> 3)}.`,
];

const markdown = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.open + piece.words + piece.close)).join('');

/** The paragraph of an article, and what its edition is to say. */
export const paragraphs = (at: number): { readonly source: string; readonly target: string } => ({
  source: markdown(source(at)),
  target: markdown(target(at)),
});

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Elements as CAT tools write them: numbered in their own way, with bytes of the format that they had. */
const segment = (pieces: readonly Piece[], words: (text: string) => string = escaped) =>
  pieces
    .map((piece) =>
      typeof piece === 'string'
        ? words(piece)
        : `<bpt i="7" x="3">&lt;cf font="a"&gt;</bpt>${words(piece.words)}<ept i="7">&lt;/cf&gt;</ept>`,
    )
    .join('');

interface Way {
  readonly segment: (pieces: readonly Piece[]) => string;
  /** Of the whole file. */
  readonly bytes?: (xml: string) => Buffer;
}

const bigEndian = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

/** Each a way in which tools write a segment that is the same sentence. */
export const TMX_WAYS: { readonly [way: string]: Way } = {
  'as it is': { segment: (pieces) => segment(pieces) },
  'indented, on lines of its own': { segment: (pieces) => `\n          ${segment(pieces)}\n        ` },
  'wrapped at words': { segment: (pieces) => segment(pieces, (text) => escaped(text).replace(/(.{12,}?) /g, '$1\n            ')) },
  'with no-break spaces and trailing ones': {
    segment: (pieces) => `${segment(pieces, (text) => escaped(text).replace('café of', 'café\u00a0of').replace(' metr', '&#160;metr'))} \t`,
  },
  'as CDATA, with references': {
    segment: (pieces) => segment(pieces, (text) => `<![CDATA[${text.slice(0, 9)}]]>${escaped(text.slice(9)).replace(/e/g, '&#x65;')}`),
  },
  'with line ends of Windows and tabs': {
    segment: (pieces) => `\n\t\t\t${segment(pieces, (text) => escaped(text).replace(/ (?=metr|said|dijo)/, '\n\t\t\t'))}\n\t\t`,
    bytes: (xml) => Buffer.from(xml.replaceAll('\n', '\r\n')),
  },
  'in UTF-16': { segment: (pieces) => segment(pieces), bytes: (xml) => Buffer.from(`\uFEFF${xml}`, 'utf16le') },
  'in UTF-16 of the other order': { segment: (pieces) => `\n${segment(pieces)}\n`, bytes: bigEndian },
  'with letters and accents apart': { segment: (pieces) => segment(pieces, (text) => escaped(text.normalize('NFD'))) },
  'with highlights, and spaces doubled': {
    segment: (pieces) => `<hi type="x">${segment(pieces, (text) => escaped(text).replace(' of ', '  of '))}</hi>`,
  },
};

/** The file of a tool that writes all its units in one way. */
export function tmxFile(way: string, numbers: readonly number[]): Buffer {
  const { segment: written, bytes = Buffer.from } = TMX_WAYS[way] as Way;
  const units = numbers.map(
    (at) =>
      `<tu tuid="${at}">\n  <tuv xml:lang="EN-us">\n<seg>${written(source(at))}</seg></tuv>\n  <tuv xml:lang="ES-es"><seg>${written(target(at))}</seg></tuv></tu>`,
  );
  const encoding = way.includes('UTF-16') ? 'UTF-16' : 'UTF-8';
  return bytes(
    `<?xml version="1.0" encoding="${encoding}"?>\n<tmx version="1.4"><header srclang="en-US"/><body>\n${units.join('\n')}\n</body></tmx>\n`,
  );
}
