import { accessSync, constants } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'

import { startLibsqlServer } from './server.ts'

// The embedded database as a process of its own: started, watched and ended by `npm start`.
const { values } = parseArgs({ options: { file: { type: 'string' }, port: { type: 'string', default: '0' } } })
const { file, port } = values
const token = process.env.LIBSQL_AUTH_TOKEN
if (!file || !token) fail('usage: LIBSQL_AUTH_TOKEN=… node tools/libsql/main.ts --file PATH [--port N]')

try {
  accessSync(dirname(file), constants.W_OK)
  const server = await startLibsqlServer({ file, token, port: Number(port) })
  const stop = () =>
    void server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(wordsFor(error)),
    )
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.stdin.once('end', stop).resume()
  console.log(`listening ${server.url}`)
  flushCompileCache()
} catch (error) {
  fail(wordsFor(error))
}

function wordsFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE') return `port ${port} is taken`
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOENT') return `${dirname(file!)} cannot be written (${code})`
  if (code === 'SQLITE_NOTADB') return `${file} is not a database`
  return error instanceof Error
    ? `the embedded database cannot open ${file}: ${error.message}`
    : 'the embedded database failed'
}

function fail(line: string): never {
  console.error(line)
  process.exit(1)
}
