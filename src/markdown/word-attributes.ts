/** Which attributes carry words: those of elements, components, shortcodes, includes and directives alike. */

/**
 * What `markdown.attributes` is where nobody sets it: names whose values are words in HTML and in the documentation of the generators
 * (`summary`: Hugo's `details`; `subtitle`: cards of themes), and two that are words in one place alone.
 */
export const WORD_ATTRIBUTES: readonly string[] = [
  'title',
  'alt',
  'label',
  'description',
  'aria-label',
  'aria-description',
  'placeholder',
  'caption',
  'summary',
  'subtitle',
  // Starlight's badge, and the attribution of Hugo's figure.
  'Badge.text',
  'figure.attr',
];

/** Names of attributes, in lower case; `badge.text` is one of a single element, `tab.0` the first parameter without a name of a shortcode. */
export type AttributeNames = ReadonlySet<string>;

export function attributeNames(names: readonly string[] = WORD_ATTRIBUTES): AttributeNames {
  return new Set(names.map((name) => name.toLowerCase()));
}

/** @param element the tag, component, shortcode, include or directive; empty where Markdown is the element */
export function carriesWords(names: AttributeNames, element: string, attribute: string): boolean {
  const name = attribute.toLowerCase();
  return names.has(name) || (element !== '' && names.has(`${element.toLowerCase()}.${name}`));
}
