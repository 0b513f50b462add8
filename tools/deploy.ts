import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { readBuiltCatalogue } from './authoring/compile/built-catalogue.ts'
import { prepareDatabase } from './database/prepare-database.ts'
import { buildIfNeeded } from './start/build-if-needed.ts'

// `npm run deploy [-- --dry-run]`: build, migrate and keep the question versions, then hand the build to Cloudflare.
const root = join(import.meta.dirname, '..')
const isDry = process.argv.includes('--dry-run')
const { LIBSQL_URL, LIBSQL_AUTH_TOKEN, BASE_URL } = process.env

await buildIfNeeded(root, console.log)
if (!isDry) {
  if (!LIBSQL_URL || !BASE_URL?.startsWith('https://')) {
    console.error(
      'Set LIBSQL_URL, LIBSQL_AUTH_TOKEN and BASE_URL (https://…), and once: npx wrangler secret put SECRET, LIBSQL_AUTH_TOKEN. See README.md.',
    )
    process.exit(1)
  }
  await prepareDatabase(LIBSQL_URL, LIBSQL_AUTH_TOKEN, readBuiltCatalogue(join(root, 'dist/catalogue')))
}
/** Said once more only where they are set. */
const own = ['ISSUER_NAME', 'CONTROLLER_NAME', 'CONTACT_EMAIL'].flatMap((name) =>
  process.env[name] ? ['--var', `${name}:${process.env[name]}`] : [],
)
const vars = isDry
  ? []
  : ['--var', `LIBSQL_URL:${LIBSQL_URL}`, '--var', `BASE_URL:${BASE_URL}`, '--var', 'ON_CLOUDFLARE:1', ...own]
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/wrangler/bin/wrangler.js'),
    'deploy',
    '--config',
    'dist/worker/wrangler.json',
    ...vars,
    ...(isDry ? ['--dry-run'] : []),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
)
process.exit(status ?? 1)
