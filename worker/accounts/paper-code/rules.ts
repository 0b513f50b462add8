const codeLength = 16
/** A link with some words around it. */
const longestPaste = 300
/** Crockford's base 32: no letter that is mistaken for another. 16 of them carry 80 bits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code to be read from paper, of 16 random bytes. */
export function codeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, codeLength), (byte) => alphabet[byte % alphabet.length]).join('')
}

/**
 * A code as somebody typed or pasted it: any case, with or without hyphens, O for 0 and I or L for 1, in quotes, after
 * a word and a colon.
 */
export function readPaperCode(text: string): string | undefined {
  const plain = text.normalize('NFKC').slice(0, longestPaste)
  return [plain, plain.slice(plain.lastIndexOf(':') + 1)]
    .map(foldCode)
    .find((code) => code.length === codeLength && [...code].every((sign) => alphabet.includes(sign)))
}

function foldCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}
