/** No name is longer, and comparing takes the product of two lengths. */
const longest = 120

/** "; did you mean X?" when one of the known words is close to what was written, else nothing. */
export function didYouMean(written: string, known: Iterable<string>): string {
  if (written.length > longest) return ''
  let best: string | undefined
  let least = Math.max(2, Math.ceil(written.length / 3)) + 1
  for (const word of known) {
    if (Math.abs(word.length - written.length) >= least) continue
    const distance = editDistance(written.toLowerCase(), word.toLowerCase())
    if (distance < least) [best, least] = [word, distance]
  }
  return best ? `; did you mean ${best}?` : ''
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1]))
    }
    row = next
  }
  return row[b.length]!
}
