import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

import { answerApi, keepSecrets, type ApiRequest, type Envelope } from './cloudflare/api.ts'
import { openEdge } from './cloudflare/edge.ts'
import { type Account, Refused, serving } from './cloudflare/account.ts'

export const accountId = 'f00dcafe00000000000000000000f00d'
const token = 'a-token-of-the-account'

/**
 * What wrangler and a deploy see of Cloudflare, on loopback: the part of its documented API that wrangler uses, and an
 * edge that serves what was uploaded, by the percentages of the deployment that holds, in workerd.
 */
export async function startCloudflare() {
  const account: Account = {
    worker: undefined,
    atEdge: undefined,
    nextFault: undefined,
    domains: [],
    crons: [],
    stored: new Map(),
    sessions: new Map(),
  }
  const requests: string[] = []
  const hooks: { of: RegExp; after: number; work: () => void }[] = []
  const refusals: { of: RegExp; after: number }[] = []
  const edge = await openEdge(account)
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url!, 'http://api')
    const call = `${request.method} ${url.pathname.replace(`/client/v4/accounts/${accountId}/`, '')}`
    requests.push(call)
    const body = await buffer(request)
    const { status, envelope } = await judged(call, { request, url, body })
    takeFrom(hooks, call)?.work()
    if (response.destroyed) return
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(envelope))
  }

  /** What was laid down for a call, once, after so many that it lets through. */
  function takeFrom<T extends { of: RegExp; after: number }>(laid: T[], call: string): T | undefined {
    const found = laid.find(({ of }) => of.test(call))
    if (!found) return undefined
    found.after -= 1
    if (found.after >= 0) return undefined
    laid.splice(laid.indexOf(found), 1)
    return found
  }

  async function judged(call: string, { request, url, body }: { request: IncomingMessage; url: URL; body: Buffer }) {
    if (takeFrom(refusals, call)) return { status: 400, envelope: failure(10_021, 'refused by the test') }
    const isUpload = url.pathname.endsWith('/workers/assets/upload')
    if (!isUpload && request.headers.authorization !== `Bearer ${token}`)
      return { status: 403, envelope: failure(10_000, 'Authentication error') }
    try {
      const asked: ApiRequest = {
        call,
        url,
        body,
        type: request.headers['content-type'] ?? '',
        headers: request.headers,
      }
      const result = await answerApi(account, asked)
      return { status: 200, envelope: { success: true, errors: [], messages: [], result } satisfies Envelope }
    } catch (error) {
      if (error instanceof Refused) return { status: error.status, envelope: failure(error.code, error.message) }
      throw error
    }
  }

  return {
    env: {
      CLOUDFLARE_API_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/client/v4`,
      CLOUDFLARE_ACCOUNT_ID: accountId,
      CLOUDFLARE_API_TOKEN: token,
    },
    site: edge.url,
    /** The calls there were. */
    requests,
    account,
    /** The version that has all traffic. */
    serving: () => serving(account),
    /** Refuses one call that fits, `after` so many that it lets through. */
    refuse(of: RegExp, { after = 0 } = {}) {
      refusals.push({ of, after })
    },
    /** Does something when a call that fits was carried out and is not answered yet, `after` so many. */
    whenDone(of: RegExp, work: () => void, { after = 0 } = {}) {
      hooks.push({ of, after, work })
    },
    /** Cuts every connection. */
    cut: () => server.closeAllConnections(),
    /** Gives a version all traffic, as somebody else would. */
    giveTraffic(version: string) {
      const { deployments } = account.worker!
      deployments.push({ ...deployments.at(-1)!, versions: [{ version_id: version, percentage: 100 }] })
    },
    /** What `wrangler secret put` does. */
    keepSecrets: (secrets: Record<string, string>) => keepSecrets(account, secrets),
    /** The next version that is uploaded answers only to whoever asks for it by name. */
    failNext() {
      account.nextFault = 'under traffic'
    },
    /** A version answers 502 to everybody from now on. */
    breakDown(id: string) {
      account.worker!.versions.find((version) => version.id === id)!.fault = 'always'
    },
    /** The edge learns of no deployment that is made from now on, until `spread`. */
    spreadNothing() {
      account.atEdge = account.worker!.deployments.at(-1)
    },
    spread() {
      account.atEdge = undefined
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await edge.close()
    },
  }
}

function failure(code: number, message: string): Envelope {
  return { success: false, errors: [{ code, message }], messages: [], result: null }
}
