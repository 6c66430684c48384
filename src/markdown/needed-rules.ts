/**
 * The rules of GitHub's Markdown, less what a text has no sign of. A text without `|` has no table, one without `@`, `www.` and bare
 * `http` no literal link; but their rules are tried at every line and every letter, and take a third of the time.
 */

import type { Construct, Extension } from 'micromark-util-types';

interface Optional {
  /** Names of the rules in micromark. */
  readonly rules: readonly string[];
  readonly signs: (body: string) => boolean;
}

/** A whole inline link on one line: its address is no bare one. Nothing in it may end it early, or begin a footnote's call. */
const INLINE_LINK = /(?<!\\)\[(?!\^)[^[\]\\`<\r\n]*\]\([^\s()<>\\]*\)/g;

/** In the order of mdast-util-gfm's list. */
const OPTIONAL: readonly Optional[] = [
  {
    rules: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'],
    signs: (body) => /@|www\.|https?:/i.test(body) && /@|www\.|https?:/i.test(body.replace(INLINE_LINK, '')),
  },
  {
    rules: ['gfmFootnoteDefinition', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall'],
    signs: (body) => body.includes('[^'),
  },
  { rules: ['strikethrough'], signs: (body) => body.includes('~') },
  { rules: ['table'], signs: (body) => body.includes('|') },
  { rules: ['tasklistCheck'], signs: (body) => /\[[\sx]\]/i.test(body) },
];

/** @returns which of the optional rules a text needs, one character each */
export function needsOf(body: string): string {
  return OPTIONAL.map(({ signs }) => (signs(body) ? '1' : '0')).join('');
}

/** @param needs as `needsOf` tells them */
export function neededRules(extensions: readonly Extension[], needs: string): Extension[] {
  const dropped = new Set(OPTIONAL.flatMap(({ rules }, index) => (needs[index] === '1' ? [] : rules)));
  return extensions.map((extension) => without(extension, dropped));
}

/** An extension without the rules of these names. */
function without(extension: Extension, names: ReadonlySet<string>): Extension {
  if (names.size === 0) return extension;
  const kept: Record<string, unknown> = {};
  for (const [hook, rules] of Object.entries(extension)) {
    kept[hook] = RULES.has(hook) ? withoutRules(rules as Rules, names) : rules;
  }
  return kept as Extension;
}

type Rules = Record<string, Construct | Construct[]>;

/** What holds rules by character; `disable`, `insideSpan` and `attentionMarkers` hold other things. */
const RULES = new Set(['document', 'contentInitial', 'flowInitial', 'flow', 'string', 'text']);

function withoutRules(rules: Rules, names: ReadonlySet<string>): Rules {
  const kept: Rules = {};
  for (const [code, list] of Object.entries(rules)) {
    const rest = [list].flat().filter(({ name }) => !names.has(name ?? ''));
    if (rest.length > 0) kept[code] = rest;
  }
  return kept;
}
