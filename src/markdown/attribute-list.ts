/** Attribute lists: `{#id .class key="value"}`, kramdown's `{: .class}`, Pandoc's `{-}` and `{=html}`, Docusaurus' id in a comment in braces. */

const LIST = String.raw`\{(?:(?::[ \t]*|[ \t]+)?[#.][\w-]|::?[ \t]*[a-z]|:?[ \t]*[\w:@.-]+=["'\w#./%-]|(?=-\}|=[a-z]+\}|/\*[^{}\n]*\*/\}))[^{}\n]*\}`;

/** One list, unless its brace is escaped. */
export const ATTRIBUTE_LISTS = new RegExp(String.raw`(?<!\\)${LIST}`, 'gi');

/** A text that begins with a list, and one that is nothing else. */
export const STARTS_WITH_LIST = new RegExp(`^${LIST}`, 'i');
export const ONLY_LISTS = new RegExp(String.raw`^(?:${LIST}[ \t]*)+$`, 'i');

/** A marker line of DocFX with attributes: `:::image source="a.png" alt-text="Words":::`. */
export const DOCFX_LINE = /^:{3,}[ \t]*[\w-]+(?:[ \t]+[\w-]+="[^"\n]*")+[ \t]*(?::+[ \t]*)?$/;

/** Whether a list, or an HTML tag's attributes, keep their element from translation: the class of Google and others, or HTML's attribute. */
export function isUntranslated(attributes: string): boolean {
  return /(?:\.|class(?:Name)?=["'][^"']*(?<![\w-]))no-?translate(?![\w-])|class=no-?translate(?![\w-])|\btranslate=["']?no\b/i.test(
    attributes,
  );
}
