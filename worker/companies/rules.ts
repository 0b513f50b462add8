const codeLength = 16
export const codeDays = 30
/** Crockford's base 32: no letter that is mistaken for another. 16 of them carry 80 bits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function codeFrom(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, codeLength), (byte) => alphabet[byte % alphabet.length]).join('')
}

/** A code as somebody typed it: any case, with or without hyphens, O for 0 and I or L for 1. Undefined if it can be none. */
export function readJoinCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return code.length === codeLength && [...code].every((letter) => alphabet.includes(letter)) ? code : undefined
}

/** In groups of four, to be read out. */
export function codeInGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code
}

/** Course ids a set of terms names; `all` is every course there is. */
export function coursesOf(terms: string[] | 'all', known: readonly string[]): string[] {
  return terms === 'all' ? [...known] : known.filter((course) => terms.includes(course))
}
