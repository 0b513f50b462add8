import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

import { type Account, type Deployment, Refused, serving, type Version, type Worker } from './account.ts'
import { readUpload } from './upload.ts'

export interface ApiRequest {
  /** Method and path, without what names the account: `GET workers/services/navet`. */
  call: string
  url: URL
  body: Buffer
  type: string
  headers: IncomingHttpHeaders
}

export interface Envelope {
  success: boolean
  errors: { code: number; message: string }[]
  messages: string[]
  result: unknown
}

type Answer = (account: Account, request: ApiRequest, ...named: string[]) => unknown

/** https://developers.cloudflare.com/api/resources/workers/, as far as wrangler asks. */
const calls: [RegExp, Answer][] = [
  [/^GET workers\/services\/navet$/, service],
  [/^GET workers\/subdomain$/, () => ({ subdomain: 'example' })],
  [/^GET workers\/workers\/navet$/, () => ({ subdomain })],
  [/^GET workers\/scripts\/navet\/settings$/, () => ({ bindings: [] })],
  [/^POST workers\/scripts\/navet\/subdomain$/, () => subdomain],
  [/^GET workers\/scripts\/navet\/secrets$/, secrets],
  [/^PUT workers\/scripts\/navet\/secrets$/, putSecret],
  [/^PUT workers\/scripts\/navet$/, draft],
  [/^POST workers\/scripts\/navet\/assets-upload-session$/, openSession],
  [/^POST workers\/assets\/upload$/, storeFiles],
  [/^POST workers\/scripts\/navet\/versions$/, upload],
  [
    /^GET workers\/scripts\/navet\/versions$/,
    (account) => ({ items: workerOf(account).versions.map(shown).reverse() }),
  ],
  [/^GET workers\/scripts\/navet\/versions\/([\w-]+)$/, (account, _, id) => shown(versionOf(account, id!))],
  [/^GET workers\/scripts\/navet\/deployments$/, deployments],
  [/^POST workers\/scripts\/navet\/deployments$/, deploy],
  [/^PATCH workers\/scripts\/navet\/script-settings$/, (_, { body }) => JSON.parse(String(body))],
  [/^PUT workers\/scripts\/navet\/schedules$/, schedule],
  [
    /^POST workers\/scripts\/navet\/domains\/changeset$/,
    () => ({ added: [], removed: [], updated: [], conflicting: [] }),
  ],
  [/^PUT workers\/scripts\/navet\/domains\/records$/, attach],
]
const subdomain = { enabled: false, previews_enabled: false }

export async function answerApi(account: Account, request: ApiRequest): Promise<unknown> {
  for (const [pattern, answer] of calls) {
    const found = pattern.exec(request.call)
    if (found) return answer(account, request, ...found.slice(1))
  }
  throw new Refused(7003, `the test's Cloudflare does not know ${request.call}`, 404)
}

function workerOf({ worker }: Account): Worker {
  if (!worker) throw new Refused(10_007, 'This Worker does not exist on your account.', 404)
  return worker
}

function versionOf(account: Account, id: string): Version {
  const version = workerOf(account).versions.find((each) => each.id === id)
  if (!version) throw new Refused(10_074, 'version not found', 404)
  return version
}

function service(account: Account) {
  workerOf(account)
  return {
    default_environment: { environment: 'production', script: { tag: 'e0', tags: [], last_deployed_from: 'wrangler' } },
  }
}

function shown({ id, number, createdOn, annotations, secretNames, settings, idBinding, compatibility }: Version) {
  const names = Object.keys(settings)
  return {
    id,
    number,
    metadata: { created_on: createdOn, author_email: 'operator@navet.example', source: 'wrangler' },
    annotations,
    resources: {
      script: { etag: id, handlers: ['fetch', 'scheduled'], last_deployed_from: 'wrangler' },
      script_runtime: { compatibility_date: compatibility.date, usage_model: 'standard' },
      bindings: [
        ...names.map((name) =>
          secretNames.includes(name)
            ? { name, type: 'secret_text' }
            : { name, type: 'plain_text', text: settings[name] },
        ),
        ...(idBinding ? [{ name: idBinding, type: 'version_metadata' }] : []),
      ],
    },
  }
}

function add(worker: Worker, version: Omit<Version, 'id' | 'number' | 'createdOn'>): Version {
  const made = { ...version, id: randomUUID(), number: worker.versions.length + 1, createdOn: new Date().toISOString() }
  worker.versions.push(made)
  return made
}

function hold(worker: Worker, versions: Deployment['versions'], annotations = {}): Deployment {
  const made = { id: randomUUID(), createdOn: new Date().toISOString(), versions, annotations }
  worker.deployments.push(made)
  return made
}

/** What `wrangler secret put` makes where there is no worker yet: one that does nothing, and serves. */
function draft(account: Account) {
  account.worker ??= { versions: [], deployments: [] }
  const version = add(account.worker, {
    annotations: {},
    settings: {},
    secretNames: [],
    idBinding: undefined,
    modules: [{ name: 'index.js', text: 'export default { fetch: () => new Response("a draft", { status: 404 }) }' }],
    compatibility: { date: '2026-10-01', flags: [] },
    files: {},
    headersFile: '',
    fault: undefined,
  })
  hold(account.worker, [{ version_id: version.id, percentage: 100 }])
  return { id: 'navet', etag: version.id, startup_time_ms: 1 }
}

function secrets(account: Account) {
  return workerOf(account)
    .versions.at(-1)!
    .secretNames.map((name) => ({ name, type: 'secret_text' }))
}

function putSecret(account: Account, { body }: ApiRequest) {
  workerOf(account)
  const { name, text }: { name: string; text: string } = JSON.parse(String(body))
  keepSecrets(account, { [name]: text })
  return { name, type: 'secret_text' }
}

/** Makes a version of the newest one, and gives it the traffic if that one had it. */
export function keepSecrets(account: Account, secrets: Record<string, string>): void {
  if (!account.worker) draft(account)
  const worker = workerOf(account)
  const latest = worker.versions.at(-1)!
  const secretNames = [...new Set([...latest.secretNames, ...Object.keys(secrets)])]
  const version = add(worker, { ...latest, settings: { ...latest.settings, ...secrets }, secretNames })
  if (serving(account) === latest.id) hold(worker, [{ version_id: version.id, percentage: 100 }])
}

function openSession(account: Account, { body }: ApiRequest) {
  workerOf(account)
  const { manifest }: { manifest: Record<string, { hash: string }> } = JSON.parse(String(body))
  const files = Object.fromEntries(Object.entries(manifest).map(([path, { hash }]) => [path, hash]))
  const jwt = `e30.${Buffer.from(JSON.stringify({ session: randomUUID() })).toString('base64url')}.e30`
  account.sessions.set(jwt, files)
  const missing = [...new Set(Object.values(files))].filter((hash) => !account.stored.has(hash))
  return { jwt, buckets: missing.length > 0 ? [missing] : [] }
}

async function storeFiles(account: Account, { body, type, headers }: ApiRequest) {
  const jwt = headers.authorization?.replace('Bearer ', '') ?? ''
  if (!account.sessions.has(jwt)) throw new Refused(10_000, 'Authentication error', 403)
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  for (const [hash, file] of form) {
    account.stored.set(hash, Buffer.from(typeof file === 'string' ? file : await file.text(), 'base64'))
  }
  return { jwt }
}

async function upload(account: Account, { body, type }: ApiRequest) {
  const worker = workerOf(account)
  const version = add(worker, await readUpload(account, worker.versions.at(-1)!, { body, type }))
  account.nextFault = undefined
  return { ...shown(version), startup_time_ms: 1 }
}

function deployments(account: Account) {
  const all = workerOf(account).deployments.map(({ id, createdOn, versions, annotations }) => ({
    id,
    source: 'wrangler',
    strategy: 'percentage',
    author_email: 'operator@navet.example',
    created_on: createdOn,
    annotations,
    versions,
  }))
  return { deployments: all.reverse().slice(0, 10) }
}

function deploy(account: Account, { body }: ApiRequest) {
  const { versions, annotations }: Pick<Deployment, 'versions' | 'annotations'> = JSON.parse(String(body))
  for (const { version_id } of versions) versionOf(account, version_id)
  if (versions.length > 2 || versions.reduce((sum, { percentage }) => sum + percentage, 0) !== 100)
    throw new Refused(10_021, 'percentages must add up to 100')
  return { id: hold(workerOf(account), versions, annotations).id }
}

function schedule(account: Account, { body }: ApiRequest) {
  const crons: { cron: string }[] = JSON.parse(String(body))
  account.crons = crons.map(({ cron }) => cron)
  return { schedules: crons }
}

function attach(account: Account, { body }: ApiRequest) {
  const { origins }: { origins: { hostname: string }[] } = JSON.parse(String(body))
  account.domains = origins.map(({ hostname }) => hostname)
  return null
}
