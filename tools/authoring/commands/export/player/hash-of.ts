/** Where a lesson stands in the package, as the end of its page's address. */
export function hashOf(lesson: string): string {
  return `#lesson/${lesson}`
}
