/** Addresses as authors write them, and as they are on disk. */

/** Percent-encoding undone; a text that is encoded wrongly is what it says. */
export function decodeAddress(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether an address names a scheme or a host, and so no file beside the article. RFC 3986, sections 3.1 and 4.2. */
export function isAbsoluteAddress(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}
