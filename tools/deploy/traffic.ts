import { Problem, wordsFor } from '../command/problem.ts'
import { giveTraffic, readServing } from './versions.ts'

/** Somebody else has given the traffic to another version: nothing more is done. */
export class Overtaken extends Problem {}

/** Throws Overtaken unless a version has the traffic, as it had when we began. */
export async function mustServe(version: string, signal?: AbortSignal): Promise<void> {
  const serving = await readServing(signal)
  if (serving !== version)
    throw new Overtaken(`somebody else has given the traffic to version ${serving} meanwhile, and it is left there`)
}

/**
 * After a step failed that may have given `version` the traffic of `before`: looks who serves, and gives it back; where
 * somebody stopped us it is left to them. A version without traffic is set aside no more.
 * @returns in a sentence who serves now: only what was seen
 */
export async function settle(
  { before, version }: { before: string; version: string },
  { isStopped }: { isStopped: boolean },
): Promise<string> {
  const serving = await readServing().catch(() => undefined)
  const goBack = `npm run rollback -- ${before}`
  if (serving === before) return leaveAlone({ before, version })
  if (serving === undefined)
    return `Who serves is not known: npx wrangler deployments status says it; ${goBack} goes back.`
  if (serving !== version) return `Somebody else has given the traffic to version ${serving}, and it is left there.`
  if (isStopped) return `Version ${version} has the traffic; ${goBack} takes it back.`
  try {
    await giveTraffic(before)
    await mustServe(before)
    return 'The version that served before serves again.'
  } catch (error) {
    return `Version ${version} has the traffic, for it could not be given back: ${wordsFor(error)}. Run ${goBack}.`
  }
}

/** Set aside, `version` would go on answering whoever knows its id, with secrets that may have leaked. */
async function leaveAlone({ before, version }: { before: string; version: string }): Promise<string> {
  const still = 'The version that served before still does'
  try {
    await giveTraffic(before)
    return `${still}.`
  } catch (error) {
    return `${still}, and version ${version} answers whoever asks for it by its id: ${wordsFor(error)}.`
  }
}
