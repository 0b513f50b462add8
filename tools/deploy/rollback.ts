import { Problem, wordsFor } from '../command/problem.ts'
import { passGate } from './gate.ts'
import { deploymentOf, giveTraffic, readServing, readVersions } from './versions.ts'

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
  const deployment = await deploymentOf(target, signal)
  if (!deployment) throw new Problem(`version ${target} was not made by npm run deploy: it is none to go back to`)
  if (isDry) {
    say(
      `Would give the traffic of ${serving} to ${target}, the deploy ${deployment}, if it works on the database as it is.`,
    )
    return
  }

  say(`Asking version ${target} (${deployment}) whether it works on the database as it is …`)
  const gate = { baseUrl, deployment, waitMs, signal }
  try {
    await giveTraffic(serving, { aside: target }, signal)
    await passGate({ ...gate, version: target })
    await giveTraffic(target, {}, signal)
  } catch (error) {
    throw new Problem(`${signal.aborted ? 'stopped' : wordsFor(error)}. The traffic is where it was, with ${serving}.`)
  }
  await passGate(gate)
  say(`Done: ${baseUrl} is served by version ${target}. The database is as it was.`)
}

async function versionBefore(serving: string, signal: AbortSignal): Promise<string> {
  const version = (await readVersions(signal)).find(({ id }) => id === serving)
  const [, before] = /before it ([0-9a-f-]{36})/.exec(version?.annotations['workers/message'] ?? '') ?? []
  if (!before) throw new Problem('which version was before is not known: name one, of npx wrangler versions list')
  return before
}
