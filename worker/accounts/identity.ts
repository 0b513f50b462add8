import type { Bindings, Settings } from '../env.ts'
import { openDatabase } from '../db/client.ts'
import { cacheSeconds, cookiePrefix } from './session-cookies.ts'
import { forgetfulCookies } from './end-session.ts'
import { realAddress } from './no-address/rules.ts'
import { signedAnew } from './sign-anew.ts'
import { isUnseenToday, isWornOut, sessionEnd } from './session-life.ts'
import { prolongSession } from './store.ts'
import type { Identity } from '../visit.ts'

/** `unknown`: there is a session cookie, but the database that could tell whose it is cannot be reached. */
export interface Recognition {
  identity: Identity | undefined
  unknown: boolean
  setCookies: string[]
  /** Work that can follow the answer: once a day the session is prolonged. */
  later?: () => Promise<unknown>
}

const nobody: Recognition = { identity: undefined, unknown: false, setCookies: [] }

/**
 * Recognises the sender. The signed cookie cache answers without the database for five minutes;
 * after that one query does, and renews it. `fresh` asks the database whatever the cache says, for cookies that
 * know what was just changed. That an ended session does nothing more is guard-session.ts's matter.
 */
export async function recognise(
  headers: Headers,
  settings: Settings,
  bindings: Bindings,
  fresh = false,
): Promise<Recognition> {
  const prefix = cookiePrefix(settings)
  if (!headers.get('cookie')?.includes(`${prefix}.session_token=`)) return nobody

  const cached = fresh ? undefined : await readCache(headers, settings, prefix)
  if (cached) return { ...nobody, identity: cached }

  return askDatabase(headers, settings, bindings, fresh)
}

/** Cookies whose signature this isolate has checked, until the cache they hold runs out. */
const checked = new WeakMap<Settings, Map<string, { identity: Identity; until: number }>>()
const mostChecked = 2000

/** Who the signed cookie cache says it is; its signature is checked once per isolate. */
async function readCache(headers: Headers, settings: Settings, prefix: string): Promise<Identity | undefined> {
  const cookies = headers.get('cookie') ?? ''
  const known = checked.get(settings) ?? new Map<string, { identity: Identity; until: number }>()
  checked.set(settings, known)
  const found = known.get(cookies)
  if (found && found.until > Date.now()) return found.identity

  if (!isReadable(cookieIn(headers, `${prefix}.session_data`))) return undefined

  // Whoever has no session waits for none of it.
  const { getCookieCache } = await import('better-auth/cookies')
  const cached = await getCookieCache(headers, { cookiePrefix: prefix, isSecure: false, secret: settings.SECRET })
  // The two cookies may have come apart: another account's cache must not outlive a change of session.
  if (!cached || cached.session.token !== sessionTokenIn(headers, prefix)) return undefined
  if (isWornOut(new Date(cached.session.createdAt), new Date())) return undefined

  if (known.size >= mostChecked) known.clear()
  const identity = identityOf(cached)
  known.set(cookies, { identity, until: new Date(cached.updatedAt).getTime() + cacheSeconds * 1000 })
  return identity
}

/** The session's token by its cookie, `token.signature`. Only compared: the signed cache vouches for who it is. */
function sessionTokenIn(headers: Headers, prefix: string): string | undefined {
  return sessionCookieIn(headers, prefix)?.split('.')[0]
}

function sessionCookieIn(headers: Headers, prefix: string): string | undefined {
  return cookieIn(headers, `${prefix}.session_token`)
}

/** Looked at before better-auth does, which writes what it cannot read into the log. */
function isReadable(cache: string | undefined): boolean {
  try {
    const text = atob((cache ?? '').replaceAll('-', '+').replaceAll('_', '/'))
    return JSON.parse(new TextDecoder('utf-8').decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))) !== null
  } catch {
    return false
  }
}

function cookieIn(headers: Headers, name: string): string | undefined {
  const start = `${name}=`
  const pair = headers
    .get('cookie')
    ?.split(/; */)
    .find((part) => part.startsWith(start))
  return pair?.slice(start.length)
}

async function askDatabase(
  headers: Headers,
  settings: Settings,
  bindings: Bindings,
  fresh: boolean,
): Promise<Recognition> {
  try {
    const prefix = cookiePrefix(settings)
    const now = new Date()
    const sent = sessionCookieIn(headers, prefix) ?? ''
    const anew = await signedAnew(sent, settings, now)
    const { authOf } = await import('./auth.ts')
    const { response, headers: answer } = await authOf(bindings).api.getSession({
      // Without the cache, which has been looked at: better-auth would write what it cannot read of it into the log.
      headers: new Headers({ cookie: `${prefix}.session_token=${anew ?? sent}` }),
      query: { disableCookieCache: fresh },
      returnHeaders: true,
    })
    if (response && isWornOut(response.session.createdAt, now)) {
      return { ...nobody, setCookies: forgetfulCookies(settings, { andWho: false }) }
    }
    const recognition = {
      identity: response ? identityOf(response) : undefined,
      unknown: false,
      setCookies: answer.getSetCookie(),
    }
    const isDue = response && (anew !== undefined || isUnseenToday(response.session.updatedAt, now))
    return isDue
      ? prolonged(recognition, response.session.createdAt, anew ?? sent, { settings, bindings })
      : recognition
  } catch {
    return { ...nobody, unknown: true }
  }
}

/** The cookie is sent again with all the time that is left; the row follows, unless it was ended meanwhile. */
function prolonged(
  recognition: Recognition,
  createdAt: Date,
  signedToken: string,
  { settings, bindings }: { settings: Settings; bindings: Bindings },
): Recognition {
  const now = new Date()
  const until = sessionEnd(createdAt, now)
  const prefix = cookiePrefix(settings)
  const secure = settings.BASE_URL.startsWith('https://') ? '; Secure' : ''
  const maxAge = Math.floor((until.getTime() - now.getTime()) / 1000)
  const cookie = `${prefix}.session_token=${signedToken}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${secure}`
  const token = recognition.identity?.sessionToken ?? ''
  return {
    ...recognition,
    setCookies: [...recognition.setCookies, cookie],
    later: async () => prolongSession(openDatabase(settings, bindings).db, token, { now, until }),
  }
}

function identityOf(found: {
  user: { id: string; email: string; name: string }
  session: { token: string }
}): Identity {
  const { id, email, name } = found.user
  return { id, email: realAddress(email), name, sessionToken: found.session.token }
}
