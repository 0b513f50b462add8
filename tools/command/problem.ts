/** An expected no, in one clear line for whoever sits at the machine. */
export class Problem extends Error {}

/** The line for an error of a command. */
export function wordsFor(error: unknown): string {
  if (error instanceof Problem || !(error instanceof Error))
    return error instanceof Error ? error.message : String(error)
  const { code = '', path } = error as NodeJS.ErrnoException
  const where = path ?? 'the destination'
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' || code === 'SQLITE_FULL')
    return 'the disk is full: nothing was changed'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return `no rights to write or read ${where} (${code})`
  if (code === 'ENOENT') return `there is no ${where}`
  if (code === 'EISDIR') return `${where} is a folder: name a file`
  if (code === 'EPIPE') return 'whoever was reading the backup has stopped reading'
  if (isRefused(error)) return 'the database refuses the token: look at LIBSQL_AUTH_TOKEN'
  if (isUnreachable(error)) return 'no database answers at LIBSQL_URL'
  return error.message
}

function isUnreachable(error: unknown): boolean {
  const { code = '', message = '', cause } = (error ?? {}) as { code?: string; message?: string; cause?: unknown }
  return (
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(code) || /fetch failed/.test(message) || (!!cause && isUnreachable(cause))
  )
}

function isRefused(error: unknown): boolean {
  const { message = '', status = 0, cause } = (error ?? {}) as { message?: string; status?: number; cause?: unknown }
  return [401, 403].includes(status) || /HTTP status 40[13]|bearer token/.test(message) || (!!cause && isRefused(cause))
}
