import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

export interface WorkerdConfig {
  /** The repository's root, with dist/ built. */
  root: string
  /** Where the worker is served: `127.0.0.1:8787`. */
  address: string
  /** The socket on which the scheduled run is asked for; only we can reach it. */
  scheduleSocket: string
  /** The names of the settings, which workerd finds in its environment: no secret stands in a file. */
  settings: readonly string[]
  /** `127.0.0.1:PORT` of the embedded database; with it the worker has no business outside. */
  databaseAddress: string | undefined
  /** `127.0.0.1:PORT` of the mail relay, where one runs. */
  mailAddress: string | undefined
  /** The file of the module with the asset table. */
  assets: string
  /** PEM of an authority that the operator trusts besides those of browsers. */
  authority: string | undefined
}

/**
 * The configuration of workerd in Cap'n Proto's text form: the built worker behind front.js, its assets on the disk, and
 * either the embedded database or the network. Source: workerd.capnp in the package of that name.
 */
export function workerdConfig(config: WorkerdConfig): string {
  const { root, address, scheduleSocket } = config
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "navet", worker = .navet),
    (name = "assets", disk = (path = ${quoted(join(root, 'dist/client'))})),
    ${[...relayOf(config), outsideOf(config)].join(',\n    ')},
  ],
  sockets = [
    (name = "http", address = ${quoted(address)}, http = (), service = "navet"),
    (name = "schedule", address = ${quoted(scheduleSocket)}, http = (), service = (name = "navet", entrypoint = "schedule")),
  ],
);

const navet :Workerd.Worker = (
  ${compatibilityOf(root)},
  modules = [
    ${modulesOf(config).join(',\n    ')},
  ],
  bindings = [
    (name = "ASSETS", service = "assets"),
    ${[...databaseOf(config), ...mailOf(config), ...config.settings.map(fromEnvironment)].join(',\n    ')},
  ],
  globalOutbound = "outside",
);
`
}

function outsideOf({ databaseAddress, authority }: WorkerdConfig): string {
  if (databaseAddress)
    return `(name = "database", external = (address = ${quoted(databaseAddress)}, http = ())),
    (name = "outside", network = (allow = []))`
  const trusted = authority ? `, trustedCertificates = [${quoted(authority)}]` : ''
  return `(name = "outside", network = (allow = ["public", "private"], tlsOptions = (trustBrowserCas = true${trusted})))`
}

function relayOf({ mailAddress }: WorkerdConfig): string[] {
  return mailAddress ? [`(name = "mail", external = (address = ${quoted(mailAddress)}, http = ()))`] : []
}

function compatibilityOf(root: string): string {
  const built = JSON.parse(readFileSync(join(root, 'dist/worker/wrangler.json'), 'utf8'))
  const flags: string[] = built.compatibility_flags
  return `compatibilityDate = ${quoted(built.compatibility_date)},
  compatibilityFlags = [${flags.map(quoted).join(', ')}]`
}

/** The first is the one that runs. */
function modulesOf({ root, assets }: WorkerdConfig): string[] {
  const folder = join(root, 'dist/worker')
  const built = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
  return [
    moduleAt('front.js', join(import.meta.dirname, 'front.js')),
    moduleAt('built-assets.js', assets),
    ...built.map((file) => moduleAt(file.replaceAll(sep, '/'), join(folder, file))),
  ]
}

function moduleAt(name: string, file: string): string {
  return `(name = ${quoted(name)}, esModule = embed ${quoted(file)})`
}

function databaseOf({ databaseAddress }: WorkerdConfig): string[] {
  return databaseAddress ? ['(name = "DATABASE", service = "database")'] : []
}

function mailOf({ mailAddress }: WorkerdConfig): string[] {
  return mailAddress ? ['(name = "MAIL", service = "mail")'] : []
}

function fromEnvironment(name: string): string {
  return `(name = ${quoted(name)}, fromEnvironment = ${quoted(name)})`
}

/** Cap'n Proto escapes as C does, and leaves what is not ASCII as it is. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`
}
