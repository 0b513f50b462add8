import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { inject } from 'vitest'

import { app } from '../../worker/app.ts'
import { openDatabase } from '../../worker/db/client.ts'
import { type Bindings, readSettings } from '../../worker/env.ts'
import { refuseSelfComparison } from './compared-with-itself.ts'

const origin = 'http://navet.example'

/** The bindings of a worker on the tests' own database. */
export function bindings(more: Record<string, unknown> = {}): Bindings {
  return {
    LIBSQL_URL: inject('libsqlUrl'),
    LIBSQL_AUTH_TOKEN: inject('libsqlToken'),
    ...inject('databaseSettings'),
    BASE_URL: origin,
    SECRET: 'a secret for tests, long enough for anybody',
    MAIL_URL: 'outbox:',
    SIGNING_KEYS: inject('signingKeys'),
    ...more,
  }
}

export function database(env: Bindings) {
  return openDatabase(readSettings(env), env).db
}

export interface Answer {
  status: number
  headers: Headers
  location: string | null
  text: string
  /** Round trips to the database while answering. */
  trips: number
}

type Fields = Record<string, string | string[]>

/** A browser without scripts: keeps cookies, does not follow redirects, sends forms as browsers do. */
export class Browser {
  readonly jar = new Map<string, string>()
  readonly env: Bindings
  trips = 0

  constructor(env: Bindings = bindings()) {
    const reach = env.DATABASE ?? { fetch: (...request: Parameters<typeof fetch>) => fetch(...request) }
    const counting = {
      fetch: async (...request: Parameters<typeof fetch>) => {
        this.trips += 1
        const [asked] = request
        if (asked instanceof Request) refuseSelfComparison(await asked.clone().text())
        return reach.fetch(...request)
      },
    }
    this.env = { ...env, DATABASE: counting as unknown as Fetcher }
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers })
  }

  post(path: string, fields: Fields, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
    )
    return this.send(path, { method: 'POST', body, headers: { origin, ...headers } })
  }

  async send(path: string, init: RequestInit = {}, router: Pick<typeof app, 'fetch'> = app): Promise<Answer> {
    const headers = new Headers(init.headers)
    if (this.jar.size > 0) headers.set('cookie', [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const url = path.startsWith('http') ? path : origin + path
    const context = createExecutionContext()
    this.trips = 0
    const response = await router.fetch(new Request(url, { redirect: 'manual', ...init, headers }), this.env, context)
    const text = await response.text()
    const { trips } = this
    await waitOnExecutionContext(context)
    this.keep(response.headers.getSetCookie())
    return {
      status: response.status,
      headers: response.headers,
      location: response.headers.get('location'),
      text,
      trips,
    }
  }

  /** The bytes of a file. */
  async bytes(path: string): Promise<Uint8Array> {
    const response = await app.fetch(new Request(origin + path), this.env, createExecutionContext())
    return new Uint8Array(await response.arrayBuffer())
  }

  private keep(cookies: string[]): void {
    for (const cookie of cookies) {
      const [pair = '', ...attributes] = cookie.split(/;\s*/)
      const at = pair.indexOf('=')
      const isGone = attributes.some((attribute) => /^max-age=0$/i.test(attribute))
      if (isGone) this.jar.delete(pair.slice(0, at))
      else this.jar.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
}
