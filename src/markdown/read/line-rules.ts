/** Lines of a paragraph that mean something to a generator, as data: each stays alone on its line, and some carry words. */

import { DOCFX_LINE, ONLY_LISTS } from '../attribute-list.ts';
import { TEMPLATE_LINE, VERBATIM_DIRECTIVES } from './mask-blocks.ts';

/** Tags of BBCode whose value is the heading of what they fold. */
export const FOLDS = 'details|spoiler|collapse|toggle';

export interface LineRule {
  /** The group `words` is a text of its own; without it nothing of the line is words. */
  readonly line: RegExp;
  /** A character that the line cannot be without, so that running text is passed over at once. */
  readonly sign: string;
  /** Where it has its meaning; anywhere in a paragraph without it. */
  readonly where?: 'quote' | 'top' | 'fence' | 'comment' | 'fields' | 'metadata' | 'options' | 'obsidian' | 'pandoc' | 'several';
  /** The lines after it that are no marker lines go on with its words. Above a definition are terms, a line each. */
  readonly goesOn?: 'definition' | 'item';
}

/** Fields of directives whose values are read by people. */
const FIELDS_OF_WORDS = 'alt|caption|title|header|footer|label';

/** Pelican and MultiMarkdown begin a file with names and values, without fences; one of them is the title. */
export const METADATA_TITLE = /^title[ \t]*:/i;
const METADATA_OF_WORDS = 'title|subtitle|summary|description|abstract';

/** The first that matches says what the line is. The prefix of quotes is taken off before. */
export const LINE_RULES: readonly LineRule[] = [
  // Alerts and callouts: GitHub, Hugo, GitLab, Obsidian.
  { sign: '[!', line: /^\[![\w-]+(?:\|[^\]\n]*)?\][+-]?(?:[ \t]+(?<words>\S.*))?[ \t]*$/d, where: 'quote' },
  { sign: '[!', line: /^\[![\w-]+\][+-]?[ \t]*$/ },
  // DocFX: inclusions, code, videos.
  { sign: '[!', line: /^\[![\w-]+[ \t]*(?![ \t])(?:\[[^\]\n]*\]\([^)\n]*\)|[^[\]\n]+)\][ \t]*$/ },
  // Admonitions and tabs of Python-Markdown; their bodies are indented.
  { sign: '!!', line: /^!!!\+?[ \t]+[\w-]+(?:[ \t]+[\w-]+)*(?:[ \t]+(?<quote>["'])(?<words>.*)\k<quote>)?[ \t]*$/d },
  { sign: '!!', line: /^!!!\+?[a-z][\w-]*(?:[ \t]+(?<quote>["'])(?<words>.*)\k<quote>)?[ \t]*$/d },
  { sign: '??', line: /^\?\?\?\+?[ \t]+[\w-]+(?:[ \t]+[\w-]+)*(?:[ \t]+(?<quote>["'])(?<words>.*)\k<quote>)?[ \t]*$/d },
  { sign: '==', line: /^===[!+]{0,2}[ \t]+(?<quote>["'])(?<words>.*)\k<quote>[ \t]*$/d },
  { sign: '//', line: /^\/{3,}(?:[ \t]*[\w-]+(?:[ \t]*\|[ \t]*(?<words>(?:[^ \t].*)?[^ \t]|))?)?[ \t]*$/d },
  { sign: ':', line: /^[\w-]+:[ \t]+\S.*$/, where: 'options' },
  // Pictures, code and versions of DocFX: `:::image source="a.png":::`.
  { sign: '::', line: DOCFX_LINE },
  // Directives of MyST whose argument is a file or a language.
  { sign: '{', line: new RegExp(String.raw`^(?::{3,}|\`{3,})[ \t]*\{(?:${VERBATIM_DIRECTIVES}|figure)\}`) },
  // Containers: `:::note Title`, `:::note[Title]{#id}`, `::: {.warning}`, MyST's `:::{note} Title`, and fences that were masked.
  {
    sign: '::',
    line: /^:{2,}(?:[ \t]*(?=[\w.{-])[\w-]*(?:\.[\w.-]+)?(?:\{[^}\n]*\})?)?[ \t]*\[(?<words>(?:[^[\]\n]|\[[^[\]\n]*\])*)\][^\n]*$/d,
  },
  {
    sign: '::',
    line: /^:{2,}(?:[ \t]*(?=[\w{-])(?:[\w-]+(?:\.[\w.-]+)?)?(?:\{[^}\n]*\})?)?[ \t]*(?:(?<words>(?![ \t])[^\n]*?)(?:(?<![ \t:])|(?<=:)(?=[ \t]*\{)))?[ \t]*(?:\{[^{}\n]*\}[ \t]*)?(?::+[ \t]*)?$/d,
  },
  { sign: '``', line: /^`{3,}\{[\w:+.-]+\}[ \t]*(?<words>[^\n]*)$/d },
  { sign: '``', line: /^`{3,}[ \t]*$/ },
  { sign: ':', line: new RegExp(String.raw`^:(?:${FIELDS_OF_WORDS}):[ \t]+(?<words>\S.*)$`, 'd'), where: 'fence' },
  { sign: ':', line: /^:[\w-]+:(?:[ \t].*)?$/, where: 'fence' },
  // Lists of fields: each line begins with a name between colons.
  { sign: ':', line: /^:\w[\w -]*:(?:[ \t]+(?![ \t])(?<words>(?=.*?\p{L}).*))?$/du, where: 'fields' },
  { sign: ':', line: /^:\w[\w -]*:(?:[ \t].*)?$/, where: 'fields' },
  {
    sign: ':',
    line: new RegExp(String.raw`^(?:${METADATA_OF_WORDS})[ \t]*:[ \t]*(?<words>\S.*)$`, 'di'),
    where: 'metadata',
    goesOn: 'item',
  },
  { sign: '', line: /^/, where: 'metadata' },
  // Definition lists.
  { sign: ':', line: /^:[ \t]+(?<words>\S.*)$/d, goesOn: 'definition' },
  { sign: '~', line: /^~[ \t]+(?<words>\S.*)$/d, goesOn: 'definition' },
  // Items of Pandoc's lists, a caption of bookdown under its name, docsify's tips.
  { sign: '(@', line: /^\(@[\w-]*\)[ \t]+(?<words>\S.*)$/d, goesOn: 'item' },
  { sign: '#.', line: /^#\.[ \t]+(?<words>\S.*)$/d, goesOn: 'item' },
  {
    sign: '',
    line: /^(?:\((?:[a-zA-Z]|[ivxlcIVXLC]+|\d+)\)|[a-zA-Z]\)|[ivxlc]+[.)]|[a-z]\.)[ \t]+(?<words>\S.*)$/d,
    where: 'pandoc',
    goesOn: 'item',
  },
  { sign: '(ref:', line: /^\(ref:[\w-]+\)[ \t]+(?<words>\S.*)$/d, goesOn: 'item' },
  { sign: '>', line: /^[?!]>[ \t]+(?<words>\S.*)$/d, goesOn: 'item' },
  // Abbreviations.
  { sign: '*[', line: /^\*\[[^\]\n]+\]:[ \t]*(?<words>.*)$/d },
  // Attribute lists, shortcodes and tags of Liquid.
  { sign: '{', line: ONLY_LISTS },
  { sign: '{', line: /^(?:\{:[^{}\n]*\}[ \t]*)+$/ },
  { sign: '{', line: TEMPLATE_LINE },
  { sign: '[', line: /^\[\/?[a-z][\w-]*(?:[ \t]+[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s\]"']+))+[ \t]*\/?\][ \t]*$/ },
  { sign: '[', line: /^\[[a-z]+(?:_[a-z0-9]+)+\][ \t]*$/ },
  { sign: '[', line: /^\[\/?(?:gallery|audio|video|playlist)\][ \t]*$|^\[\/[a-z][\w-]*\][ \t]*$/ },
  // Tags of BBCode with a value, of which a heading is words; shortcodes of an address.
  { sign: '[', line: new RegExp(String.raw`^\[(?:${FOLDS})="(?<words>[^"\n]*)"[^\]\n]*\][ \t]*$`, 'd') },
  { sign: '[', line: /^\[[a-z][\w-]*=(?:"[^"\n]*"|[^\s\]"]+)\][ \t]*$/ },
  { sign: '://', line: /^\[[a-z][\w-]*[ \t]+https?:\/\/[^\s\]]+[^\]\n]*\][ \t]*$/ },
  // A macro of a wiki, a property of Obsidian's Dataview, hashtags, names of slots.
  { sign: '{', line: /^\{\/?[a-z][\w:-]*\}[ \t]*$/ },
  { sign: '::', line: /^[\p{L}\p{N}_-][\p{L}\p{N} _-]*::(?:[ \t].*)?$/u, where: 'obsidian' },
  { sign: '#', line: /^#[\p{L}\p{N}_/-]*\p{L}[\p{L}\p{N}_/-]*[ \t]*$/u, where: 'several' },
  { sign: '#', line: /^(?:#[\p{L}\p{N}_/-]+(?:[ \t]+(?=#)|[ \t]*$)){2,}$/u },
  // Tables of contents.
  { sign: '[', line: /^@?\[\[?_?(?:TOC|toc|Toc)_?\]?\](?:\(\))?[ \t]*$/ },
  { sign: '${', line: /^\$\{toc\}[ \t]*$/i },
  // Commands of TeX.
  { sign: '\\', line: /^(?:\\[a-zA-Z]+\*?(?:\[[^[\]\n]*\])*(?:\{[^{}\s]*\})*[ \t]*)+$/ },
  // A label and a block break of MyST.
  { sign: ')=', line: /^\([^()\n]+\)=[ \t]*$/ },
  { sign: '++', line: /^\+{3}(?:[ \t]*\{.*\})?[ \t]*$/ },
  // Notes of authors that are written as definitions.
  { sign: ']:', line: /^\[(?:\/\/[\w-]*|comment|_|[^\w\]\n]*)\]:[ \t]*(?:#|<#?>)/i },
  // kramdown's end of a block; inclusions of VitePress, VuePress and Python-Markdown.
  { sign: '^', line: /^\^[ \t]*$/ },
  { sign: '<<', line: /^<{3,}(?:[ \t].*)?$/ },
  { sign: '!inc', line: /^!include(?:`[^`\n]*`)?[ \t]+[\w./-]+\.\w+[ \t]*$/ },
  { sign: '@[', line: /^@\[[\w \t-]+\]\([^)\n]*\)[ \t]*$/ },
  { sign: '8<', line: /^-+8<-+(?:[ \t].*)?$/ },
  { sign: '%%', line: /^%%.*%%[ \t]*$/ },
  // A comment of MyST; Pandoc's title, authors and date.
  { sign: '%', line: /^%(?:[ \t].*)?$/, where: 'comment' },
  { sign: '%', line: /^%[ \t]*(?<words>.*)$/d, where: 'top', goesOn: 'item' },
];

/** The line of a kramdown or Pandoc table between its rows. */
export const TABLE_RULE = /^(?=.*[-=+])(?=.*\|)[-=+:| \t]*$/;
