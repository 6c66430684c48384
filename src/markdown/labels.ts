/** Labels of references as they are compared. */

/** CommonMark 6.3, "matches". */
export function normalizeLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}
