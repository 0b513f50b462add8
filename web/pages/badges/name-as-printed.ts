/** A name as a PDF gets it: one character a letter where there is one, and without the pictures in it. */
export function nameAsPrinted(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\p{So}\p{Sk}\p{Cf}\p{Cs}\p{Co}\uFE00-\uFE0F]/gu, '')
    .trim()
}

/** Letters that the fonts of every certificate have. */
export function isPlainName(name: string): boolean {
  return /^[\u0020-\u007e\u00a0-\u017f]*$/.test(name)
}
