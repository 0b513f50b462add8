import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { versionBinding } from './versions.ts'

const root = join(import.meta.dirname, '../..')
const built = 'dist/worker/wrangler.json'
const made = 'dist/worker/deploy.json'

export interface Told {
  baseUrl: string
  /** The address of before, which goes on leading here. */
  before?: string | undefined
  vars: Record<string, string>
  /** Secrets without which an upload is refused. */
  secrets: readonly string[]
}

/**
 * Writes what wrangler reads for one deploy, from what the build left: `told` besides, and the address that BASE_URL says.
 * Beside the build, which it names by relative paths.
 */
export async function writeConfig(told?: Told): Promise<string> {
  const config = JSON.parse(await readFile(join(root, built), 'utf8'))
  const text = JSON.stringify(told ? { ...config, ...partsOf(told) } : config, null, 2)
  await rm(join(root, made), { force: true })
  await writeFile(join(root, made), text, { mode: 0o600 })
  return made
}

function partsOf({ baseUrl, before = baseUrl, vars, secrets }: Told) {
  const hosts = [...new Set([baseUrl, before].map((address) => new URL(address).hostname))]
  const own = hosts.filter((host) => !host.endsWith('.workers.dev'))
  return {
    vars,
    secrets: { required: secrets },
    version_metadata: { binding: versionBinding },
    workers_dev: own.length < hosts.length,
    // Every version there ever was would have an address of its own.
    preview_urls: false,
    ...(own.length > 0 ? { routes: own.map((pattern) => ({ pattern, custom_domain: true })) } : {}),
  }
}
