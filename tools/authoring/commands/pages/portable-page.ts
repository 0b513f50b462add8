/** Where the parts of a page lie, so that it opens from the disk. */
export interface Places {
  /** File of a page by its address on the site, of the pages that are saved. */
  pages: ReadonlyMap<string, string>
  /** File of an asset by its address on the site. */
  assetFile: (address: string) => string
}

/**
 * A page of the site as a file beside its assets. Scripts go: the pages work without, and a browser runs no modules
 * from the disk. Links lead to the other saved pages, or nowhere.
 */
export function portablePage(html: string, { pages, assetFile }: Places): string {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link rel="preload"[^>]*>/g, '')
    .replace(/(<(?:link|img|source)\b[^>]*?\s(?:href|src)=")(\/[^"]*)"/g, (_, start: string, address: string) => {
      return `${start}${assetFile(address)}"`
    })
    .replace(/(<a\b[^>]*?\shref=")(\/[^"#]*)(#[^"]*)?"/g, (_, start: string, address: string, part = '') => {
      const file = pages.get(address)
      return `${start}${file ? `${file}${part}` : '#'}"`
    })
}

/** Addresses of what a page needs to look as it does. */
export function assetsOf(html: string): string[] {
  const found = html.matchAll(/<(?:link rel="(?:stylesheet|icon)"|img|source)[^>]*?\s(?:href|src)="(\/[^"]*)"/g)
  return [...new Set([...found].map((match) => match[1]!))]
}

const url = /url\((["']?)(\/[^"')]+)\1\)/g

/** Addresses that a style sheet refers to. */
export function addressesIn(css: string): string[] {
  return [...new Set([...css.matchAll(url)].map((match) => match[2]!))]
}

/** A style sheet that lies in the same folder as what it refers to. */
export function portableStyle(css: string): string {
  return css.replace(url, (_, quote: string, address: string) => `url(${quote}${fileName(address)}${quote})`)
}

/** Assets of the site carry their content's hash, so their last part is enough. */
export function fileName(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1).split(/[?#]/)[0]!
}
