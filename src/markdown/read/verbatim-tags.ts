/** Tags of generators whose content is no words: code, diagrams, mathematics, comments. */

import type { Range } from '../../runs/ranges.ts';

/** Tags of Liquid and of Nunjucks, Hexo's among them, which `{% end... %}` ends. */
export const VERBATIM_TAGS = 'comment|highlight|codeblock|code|schema|style|stylesheet|javascript|mermaid|math|katex|chart|plantuml';
/** Shortcodes of Hugo, which `{{< /... >}}` ends. */
export const VERBATIM_SHORTCODES = 'comment|highlight|code-toggle|mermaid|math|katex|chart|plantuml';

/** No more characters are within a sentence, and none behind a blank line. */
const INNER = String.raw`(?:(?!\n[ \t>]*\r?\n)[\s\S]){0,2000}?`;
/** Code, which is passed over; then a tag with its content and its end. */
const WITHIN = new RegExp(
  String.raw`(?<!\\|(?<!\\)${'`'})(${'`'}+)(?!${'`'})[\s\S]*?(?<!${'`'})\1(?!${'`'})|^[ \t>]*(~{3,})[\s\S]*?(?:^[ \t>]*\2|$(?![\s\S]))|` +
    String.raw`\{%-?[ \t]*(${VERBATIM_TAGS})\b[^%\n]*%\}${INNER}\{%-?[ \t]*end\3\b[^%\n]*%\}|` +
    String.raw`\{\{[<%][ \t]*(${VERBATIM_SHORTCODES})\b(?![^}\n]*\/[ \t]*[>%]\}\})[^}\n]*\}\}${INNER}\{\{[<%][ \t]*\/[ \t]*\4\b[^}\n]*\}\}`,
  'gm',
);

/** @returns the ranges of such tags within paragraphs, from the first brace to the last */
export function verbatimIn(text: string): Range[] {
  if (!/\{%-?[ \t]*end|\{\{[<%][ \t]*\//.test(text)) return [];
  return [...text.matchAll(WITHIN)].flatMap(({ 0: all, 3: tag, 4: shortcode, index }) =>
    tag === undefined && shortcode === undefined ? [] : [[index, index + all.length] as Range],
  );
}
