const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands between tags or in an attribute; what XML 1.0 cannot carry is left out. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}|\uFFFE|\uFFFF/gu, '')
    .replaceAll(/[&<>"]/g, (sign) => escapes[sign]!);
