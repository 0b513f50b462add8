import { type Fields } from './form-fields.ts'

export interface Site {
  /** Where it is reached. */
  url: string
  /** Its BASE_URL, where a proxy would stand in front. */
  origin: string
}

export interface Answered {
  status: number
  /** A path of the site, or nothing. */
  location: string
  text: string
}

/** Somebody without scripts at a Navet that runs: keeps cookies, follows nothing, and sends forms as they stand in a page. */
export class Visitor {
  readonly jar: Map<string, string>
  private readonly site: Site

  constructor(site: Site, cookies: Iterable<[string, string]> = []) {
    this.site = site
    this.jar = new Map(cookies)
  }

  get(path: string): Promise<Answered> {
    return this.ask(path, {})
  }

  post(path: string, fields: Fields): Promise<Answered> {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
    )
    return this.ask(path, { method: 'POST', body, headers: { origin: this.site.origin } })
  }

  /** Opens a page, fills in its form that leads to `action`, its own path unless another is said, and sends it. */
  async sends(page: string, fields: Fields, action = page.split('?')[0]!): Promise<Answered> {
    const opened = await this.get(page)
    const hidden = hiddenFields(opened.text, action)
    if (!hidden) throw new Error(`${opened.status}: no form of ${page} leads to ${action}`)
    return this.post(action, { ...hidden, ...fields })
  }

  private async ask(path: string, init: RequestInit): Promise<Answered> {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(this.site.url + path, { redirect: 'manual', ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0(;|$)/i.test(cookie)) this.jar.delete(pair.slice(0, at))
      else this.jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const location = (response.headers.get('location') ?? '').replace(this.site.origin, '')
    return { status: response.status, location, text: await response.text() }
  }
}

/** What a form carries by itself; undefined where no form leads there. */
function hiddenFields(html: string, action: string): Fields | undefined {
  const form = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].find(
    ([, head]) => attribute(head!, 'action')?.split(/[?#]/)[0] === action,
  )
  if (!form) return undefined
  return Object.fromEntries(
    [...form[2]!.matchAll(/<input\b([^>]*)>/g)]
      .filter(([, input]) => attribute(input!, 'type') === 'hidden')
      .map(([, input]) => [attribute(input!, 'name') ?? '', attribute(input!, 'value') ?? '']),
  )
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
  return value?.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}
