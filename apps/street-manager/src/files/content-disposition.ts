const UNSPEAKABLE = /[^\x20-\x7e]/g;

/**
 * The header that proposes to save a download under this name, by RFC 6266: in ASCII for old clients, and where that is
 * not the whole name, exactly as RFC 8187 has it, which the others prefer.
 */
export function attachment(name: string): string {
  const ascii = name.replace(UNSPEAKABLE, '_').replace(/["\\%]/g, '_');
  const plain = `attachment; filename="${ascii}"`;
  return ascii === name ? plain : `${plain}; filename*=UTF-8''${encoded(name)}`;
}

/** Percent-encoded but for the characters that the grammar of such values leaves as they are. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
