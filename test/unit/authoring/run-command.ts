import { execFile } from 'node:child_process'
import { join } from 'node:path'

export interface Result {
  code: number
  out: string
  err: string
}

/** Runs one of the authors' commands in a folder, as npm does; nothing of the surroundings' database reaches it. */
export function runIn(
  folder: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Result> {
  const program = join(import.meta.dirname, '../../../tools/authoring/commands', command)
  const { LIBSQL_URL: _url, LIBSQL_AUTH_TOKEN: _token, ...rest } = process.env
  return new Promise((done) => {
    execFile(
      process.execPath,
      [program, ...args],
      { cwd: folder, env: { ...rest, ...env }, maxBuffer: 2 ** 26 },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}
