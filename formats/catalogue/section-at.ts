/** The id in the page of a heading that the author named; apart from those that the page has itself. */
export function sectionAt(heading: string): string {
  return `s-${heading}`
}
