import { Problem, wordsFor } from '../command/problem.ts'
import { type Asked, passGate, readReadiness } from './gate.ts'
import { mustServe, Overtaken, settle } from './traffic.ts'
import { giveTraffic, notedOf, readServing, readVersions, varsOf, versionBinding } from './versions.ts'

export interface RollbackOrder {
  baseUrl: string
  /** The version to go back to; undefined: the one that the last deploy took the place of. */
  to: string | undefined
  isDry: boolean
  waitMs: number
  say: (line: string) => void
  signal: AbortSignal
}

/**
 * Gives an earlier version the traffic, once it has shown that it works on the database as it is now. The database stays
 * as it is. Throws a Problem, and then the traffic is where it was.
 */
export async function rollBack({ baseUrl, to, isDry, waitMs, say, signal }: RollbackOrder): Promise<void> {
  const serving = await readServing(signal)
  const target = to ?? (await versionBefore(serving, signal))
  if (target === serving) throw new Problem(`version ${target} has the traffic already`)
  const vars = await varsOf(target, signal)
  const { DEPLOYMENT: deployment } = vars
  if (!deployment) throw new Problem(`version ${target} was not made by npm run deploy: it is none to go back to`)
  if (!(versionBinding in vars))
    throw new Problem(`version ${target} cannot say which one it is, so that another may answer for it: ${instead}`)
  const ofNow = await varsOf(serving, signal)
  const other = ['LIBSQL_URL', 'BASE_URL'].filter((name) => vars[name] !== ofNow[name])
  if (other.length > 0) throw new Problem(`version ${target} was made for another ${other.join(' and ')}: ${instead}`)
  if (isDry) {
    say(
      `Would give the traffic of ${serving} to ${target}, the deploy ${deployment}, if it works on the database as it is.`,
    )
    return
  }

  say(`Asking version ${target} (${deployment}) whether it works on the database as it is …`)
  const gate = { baseUrl, version: target, waitMs, signal }
  try {
    await giveTraffic(serving, { aside: target }, signal)
    const { settings } = await passGate({ ...gate, byName: true })
    await mustBeToldTheSame({ target, settings }, { baseUrl, version: serving, byName: true, signal })
    await mustServe(serving, signal)
    await giveTraffic(target, { told: settings }, signal)
    await passGate({ ...gate, byName: false })
  } catch (error) {
    if (error instanceof Overtaken) throw error
    const who = await settle({ before: serving, version: target }, { isStopped: signal.aborted })
    throw new Problem(`${signal.aborted ? 'stopped' : wordsFor(error)}. ${who}`)
  }
  say(`Done: ${baseUrl} is served by version ${target}. The database is as it was.`)
}

const instead = 'deploy the older code with the settings of now (git checkout …, npm run deploy)'

/** Secrets belong to a version: an older one may have some that were taken out of use since. */
async function mustBeToldTheSame({ target, settings }: { target: string; settings: string }, serving: Asked) {
  if (settings !== (await settingsOf(serving)))
    throw new Problem(`version ${target} has other secrets (SECRET, keys or tokens) than those of now: ${instead}`)
}

/** As they were noted: one that fails, for which one goes back, does not say them. */
async function settingsOf(serving: Asked): Promise<string> {
  const noted = await notedOf(serving.version, serving.signal)
  if (noted) return noted
  const ready = await readReadiness(serving)
  if (typeof ready === 'string')
    throw new Problem(`which secrets are those of now is not known, for ${ready}: ${instead}`)
  return ready.settings
}

async function versionBefore(serving: string, signal: AbortSignal): Promise<string> {
  const version = (await readVersions(signal)).find(({ id }) => id === serving)
  const [, before] = /before it ([0-9a-f-]{36})/.exec(version?.annotations['workers/message'] ?? '') ?? []
  if (!before) throw new Problem('which version was before is not known: name one, of npx wrangler versions list')
  return before
}
