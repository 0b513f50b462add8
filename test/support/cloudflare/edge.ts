import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { request as ask } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { freePort } from '../../../tools/start/free-port.ts'
import { serve, type Served } from '../../../tools/start/serve.ts'
import type { Account, Version } from './account.ts'

const certificate = join(import.meta.dirname, '../../fixtures/mail-server')

/**
 * Serves over https, at the domains that the worker has, the version of the deployment that holds, or the one that
 * `Cloudflare-Workers-Version-Overrides` names, if the deployment knows it.
 */
export async function openEdge(account: Account) {
  const running = new Map<string, Promise<Served & { folder: string }>>()
  const options = {
    key: readFileSync(join(certificate, 'key.pem')),
    cert: readFileSync(join(certificate, 'certificate.pem')),
  }
  const server = createServer(options, (request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { version, isNamed } = chosen(account, request)
    if (!version) return void response.writeHead(530).end('error code: 1016')
    if (version.fault === 'always' || (version.fault && !isNamed))
      return void response.writeHead(502).end('error code: 1101')
    const served = running.get(version.id) ?? run(version)
    running.set(version.id, served)
    const { url } = await served
    const { method, headers, url: path } = request
    const passed = ask(url + path, { method, headers: { ...headers, 'cf-connecting-ip': '192.0.2.1' } }, (from) => {
      response.writeHead(from.statusCode!, from.headers)
      from.pipe(response)
    })
    passed.on('error', () => response.writeHead(502).end())
    request.pipe(passed)
  }

  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close()
      server.closeAllConnections()
      for (const each of running.values()) {
        const { stop, folder } = await each
        await stop()
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

function chosen(account: Account, { headers }: IncomingMessage): { version: Version | undefined; isNamed: boolean } {
  const host = headers.host?.split(':')[0] ?? ''
  const deployment = account.atEdge ?? account.worker?.deployments.at(-1)
  if (!deployment || !account.domains.includes(host)) return { version: undefined, isNamed: false }

  const [, named] = /(?:^|, *)navet="([^"]+)"/.exec(String(headers['cloudflare-workers-version-overrides'] ?? '')) ?? []
  const isNamed = deployment.versions.some(({ version_id }) => version_id === named)
  const id = isNamed ? named : deployment.versions.find(({ percentage }) => percentage === 100)?.version_id
  return { version: account.worker!.versions.find((version) => version.id === id), isNamed }
}

async function run(version: Version): Promise<Served & { folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'navet-edge-'))
  const { date, flags } = version.compatibility
  const files: [string, string | Buffer][] = [
    ['dist/worker/wrangler.json', JSON.stringify({ compatibility_date: date, compatibility_flags: flags })],
    ...modulesOf(version).map(({ name, text }): [string, string] => [`dist/worker/${name}`, text]),
    ['dist/client/_headers', version.headersFile],
    ...Object.entries(version.files).map(([path, bytes]): [string, Buffer] => [`dist/client${path}`, bytes]),
  ]
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  const port = await freePort()
  const { settings } = version
  const served = await serve({
    root: folder,
    host: '127.0.0.1',
    port,
    settings,
    databaseAddress: undefined,
    quiet: true,
  })
  return { ...served, folder }
}

/** With one before the first, where the version is told its own id: what Cloudflare binds and workerd knows nothing of. */
function modulesOf({ id, idBinding, modules: [main, ...others] }: Version): Version['modules'] {
  if (!main || !idBinding) return main ? [main, ...others] : []
  const told = JSON.stringify({ [idBinding]: { id, tag: '', timestamp: '' } })
  const text = `import worker from './uploaded.js'
export * from './uploaded.js'
const tell = (env) => Object.assign(env, ${told})
export default {
  fetch: (request, env, context) => worker.fetch(request, tell(env), context),
  scheduled: (event, env, context) => worker.scheduled(event, tell(env), context),
}`
  return [{ name: main.name, text }, { name: 'uploaded.js', text: main.text }, ...others]
}
