/** Fetches pages of a site with all that they need to look as they do, each asset once. */
export class WholePages {
  readonly #site: string
  readonly #styles = new Map<string, Promise<string>>()
  readonly #files = new Map<string, Promise<string>>()

  constructor(site: string) {
    this.#site = site
  }

  /**
   * A page that needs nothing but itself. Scripts go: the pages work without. Links lead nowhere, and so do the
   * addresses of other files.
   */
  async at(address: string): Promise<string> {
    const html = await (await this.#get(address)).text()
    const bare = html
      .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
      .replace(/<link rel="(?!stylesheet")[^>]*>/g, '')
      .replace(/(<a\b[^>]*?\shref=")\/[^"]*"/g, '$1#"')
    const styled = await replaceAll(bare, /<link rel="stylesheet"[^>]*?href="([^"]+)"[^>]*>/g, async (_, style) => {
      return `<style>${await this.#style(style)}</style>`
    })
    return replaceAll(styled, /(<(?:img|source)\b[^>]*?\s(?:src|srcset)=")(\/[^"]+)"/g, async (_, start, file) => {
      return `${start}${await this.#file(file)}"`
    })
  }

  #style(address: string): Promise<string> {
    return once(this.#styles, address, async () => {
      const css = (await (await this.#get(address)).text()).replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' ')
      return replaceAll(
        css,
        /url\((["']?)(\/[^"')]+)\1\)/g,
        async (_, _quote, file) => `url("${await this.#file(file)}")`,
      )
    })
  }

  #file(address: string): Promise<string> {
    return once(this.#files, address, async () => {
      const response = await this.#get(address)
      const bytes = Buffer.from(await response.arrayBuffer())
      return `data:${response.headers.get('content-type')?.split(';')[0] ?? ''};base64,${bytes.toString('base64')}`
    })
  }

  async #get(address: string): Promise<Response> {
    const response = await fetch(`${this.#site}${address}`, { headers: { accept: 'text/css,text/html,*/*' } })
    if (!response.ok) throw new Error(`${address} answers ${response.status}`)
    return response
  }
}

function once(kept: Map<string, Promise<string>>, name: string, make: () => Promise<string>): Promise<string> {
  const known = kept.get(name) ?? make()
  kept.set(name, known)
  return known
}

async function replaceAll(
  text: string,
  pattern: RegExp,
  replace: (...found: string[]) => Promise<string>,
): Promise<string> {
  const parts = await Promise.all([...text.matchAll(pattern)].map((found) => replace(...found)))
  return text.replace(pattern, () => parts.shift()!)
}
