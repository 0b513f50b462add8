import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'

import { contentTypes } from '../build/content-types.ts'
import { headersFor, readHeaderRules } from './headers-file.ts'

/** As run_worker_first in wrangler.toml. */
const served = /^\/(assets\/|icon\.svg$|touch-icon\.png$|licences\.txt$)/

/** The files that may be served, by their address, each with its headers. What is not in it does not exist. */
export type AssetTable = Record<string, Record<string, string>>

/** Makes the table of a built folder with its `_headers`. Throws an Error for a kind of file that has no content type. */
export function assetTable(folder: string): AssetTable {
  const rules = readHeaderRules(readFileSync(join(folder, '_headers'), 'utf8'))
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length).replaceAll(sep, '/'))
  return Object.fromEntries(
    paths
      .filter((path) => served.test(path) && !path.includes('/.'))
      .map((path) => [path, { ...factsOf(join(folder, path)), ...headersFor(path, rules) }]),
  )
}

function factsOf(file: string) {
  const type = contentTypes[extname(file)]
  if (!type) throw new Error(`${file}: files of this kind have no content type in tools/build/content-types.ts`)
  const digest = createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 22)
  return { 'content-type': type, etag: `"${digest}"` }
}
