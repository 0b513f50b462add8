/** Nothing in it that URL would read otherwise than it stands: no dots, escapes, query or port out of range. */
const plain = /^https?:\/\/([\w.-]+(?::\d+)?)(\/[\w\-/]*)$/
const readable = new Set<string>()
const mostReadable = 100

export interface Address {
  pathname: string
  search: string
}

/** Path and query of a request's address; undefined for what is no address. URL is asked only where it has something to read. */
export function addressOf(url: string): Address | undefined {
  const [, host = '', pathname = ''] = plain.exec(url) ?? []
  if (pathname && readable.has(host)) return { pathname, search: '' }
  if (!URL.canParse(url)) return undefined

  const address = new URL(url)
  if (address.host === host) {
    if (readable.size >= mostReadable) readable.clear()
    readable.add(host)
  }
  return address
}
