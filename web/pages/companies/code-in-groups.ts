/** A code to join with in groups of four, to be read out. */
export function codeInGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code
}
