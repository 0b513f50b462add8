/** What MAIL_URL says. */
export type MailWay =
  /** Mails stay in the database, to be read there. */
  | { kind: 'outbox' }
  /** Our own process on the same machine, bound as MAIL: what it does with a mail is its own matter. */
  | { kind: 'relay' }
  | SmtpWay
  /** A service of anybody's that takes our JSON: docs/operate.md. */
  | { kind: 'service'; url: string }
  | { kind: 'scaleway'; region: string; project: string }

export interface SmtpWay {
  kind: 'smtp'
  host: string
  port: number
  /** TLS from the first byte. */
  secure: boolean
  /** Whether a connection that begins in the clear has to become a safe one before anything is said. */
  starttls: 'required' | 'optional' | 'never'
  login: { user: string; password: string } | undefined
}

const ways = 'outbox:, smtp://…, smtps://…, https://… or scaleway://…'
const schemes = ['smtp:', 'smtps:', 'https:', 'http:', 'scaleway:']

/** Reads MAIL_URL. What is wrong comes back as words, in which nothing of the value stands: `user:password@…` has a scheme too. */
export function readMailUrl(text: string): MailWay | { fault: string } {
  if (text === 'outbox:') return { kind: 'outbox' }
  if (text === 'relay:') return { kind: 'relay' }

  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(text)?.[0].toLowerCase()
  if (!scheme) return { fault: `has no scheme: ${ways}` }
  if (!schemes.includes(scheme)) return { fault: `begins with what Navet cannot send through: ${ways}` }
  if (!URL.canParse(text)) return { fault: `begins with ${scheme} and is no URL after that` }

  const url = new URL(text)
  if (scheme === 'smtp:' || scheme === 'smtps:') return readSmtp(url)
  if (scheme === 'https:' || scheme === 'http:') return readService(url)
  return readScaleway(url)
}

function readSmtp(url: URL): MailWay | { fault: string } {
  const secure = url.protocol === 'smtps:'
  if (!url.hostname) return { fault: 'names no server: smtp://user:password@host:587' }
  const starttls = url.searchParams.get('starttls') ?? (isLoopback(url.hostname) ? 'optional' : 'required')
  if (!['required', 'optional', 'never'].includes(starttls))
    return { fault: 'has another starttls than required, optional or never' }
  const others = [...url.searchParams.keys()].filter((name) => name !== 'starttls')
  if (others.length > 0 || (url.pathname !== '' && url.pathname !== '/'))
    return { fault: 'has more after the server than ?starttls=…' }

  const login = readLogin(url)
  if (login === 'unreadable') return { fault: 'has a user or password that is not percent-encoded' }
  return {
    kind: 'smtp',
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    starttls: starttls as SmtpWay['starttls'],
    login,
  }
}

function readLogin({ username, password }: URL): SmtpWay['login'] | 'unreadable' {
  if (!username && !password) return undefined
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) }
  } catch {
    return 'unreadable'
  }
}

/** Codes travel in it: in the clear only on this machine. */
function readService(url: URL): MailWay | { fault: string } {
  if (url.username || url.password) return { fault: 'holds a password: give it as MAIL_TOKEN' }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return { fault: 'is http: https, please' }
  return { kind: 'service', url: url.href }
}

function readScaleway({ hostname: region, pathname }: URL): MailWay | { fault: string } {
  const project = pathname.slice(1)
  return /^[a-z]+-[a-z]+$/.test(region) && /^[0-9a-f-]{36}$/.test(project)
    ? { kind: 'scaleway', region, project }
    : { fault: 'is to be scaleway://fr-par/PROJECT-ID' }
}

function isLoopback(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])$/i.test(host)
}
