// Whether plain text or Markdown has HTML tables in it. Apart from the converter, so that asking does
// not load it.

/** Whether a text may hold a `<table>` that `embeddedHtmlSource` would convert. */
export function hasHtmlTable(text: string): boolean {
  return text.includes('<') && /<table[\s>]/i.test(text) && /<\/table\s*>/i.test(text);
}
