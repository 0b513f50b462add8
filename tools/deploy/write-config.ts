import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const built = 'dist/worker/wrangler.json'
const made = 'dist/worker/deploy.json'

export interface Told {
  baseUrl: string
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
  await writeFile(join(root, made), JSON.stringify(told ? { ...config, ...partsOf(told) } : config, null, 2))
  return made
}

function partsOf({ baseUrl, vars, secrets }: Told) {
  const { hostname } = new URL(baseUrl)
  const isOwn = !hostname.endsWith('.workers.dev')
  return {
    vars,
    secrets: { required: secrets },
    workers_dev: !isOwn,
    // Every version there ever was would have an address of its own.
    preview_urls: false,
    ...(isOwn ? { routes: [{ pattern: hostname, custom_domain: true }] } : {}),
  }
}
