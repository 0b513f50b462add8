const naming = /(\s(?:id|for|aria-labelledby|aria-describedby|aria-controls|popovertarget|headers)=")([^"]+)"/g

/**
 * The ids of one page, and what refers to them, so that it can stand beside others in one file. Its sections are no
 * landmarks there: all lessons have some of the same name.
 */
export function ownIds(html: string, name: string): string {
  return html
    .replaceAll(/(<section\b[^>]*?)\saria-labelledby="[^"]*"/g, '$1')
    .replaceAll(naming, (_, start: string, ids: string) => {
      const own = ids.split(' ').map((id) => `${name}-${id}`)
      return `${start}${own.join(' ')}"`
    })
    .replaceAll(/(<a\b[^>]*?\shref="#)([^"]+)"/g, (_, start: string, id: string) => `${start}${name}-${id}"`)
}
