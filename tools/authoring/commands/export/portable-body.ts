/** Where what a lesson's text leads to is found outside the site; undefined where it is not. */
export interface Elsewhere {
  page: (address: string) => string | undefined
  picture: (address: string) => string
}

/**
 * HTML of a lesson or a course as it stands in a file of its own. A link within the site that leads to nothing there
 * keeps its words; other sites open beside the page.
 */
export function portableBody(html: string, { page, picture }: Elsewhere): string {
  return html
    .replaceAll(/<a ([^>]*?)href="(\/[^"]*)"([^>]*)>([\s\S]*?)<\/a>/g, (_, before, address, after, words: string) => {
      const target = page(address as string)
      return target === undefined ? words : `<a ${before}href="${target}"${after}>${words}</a>`
    })
    .replaceAll(/<a (?=[^>]*href="https?:)/g, '<a target="_blank" rel="noopener" ')
    .replaceAll(/(<img\b[^>]*?\ssrc=")(\/[^"]*)"/g, (_, start, address) => `${start}${picture(address as string)}"`)
}
