import { join } from 'node:path'

import { createClient } from '@libsql/client/web'

import about from '../../package.json' with { type: 'json' }
import { readBuiltCatalogue } from '../authoring/compile/built-catalogue.ts'
import { Problem, wordsFor } from '../command/problem.ts'
import { mayEnd } from '../command/stop.ts'
import { migrate } from '../database/migrate.ts'
import { keepCatalogue } from '../database/prepare-database.ts'
import { buildIfNeeded } from '../start/build-if-needed.ts'
import { takeCheckout } from './checkout.ts'
import { type Gate, passGate, readReadiness } from './gate.ts'
import { type DeploySettings, readDeploySettings } from './settings.ts'
import { mustServe, Overtaken, settle } from './traffic.ts'
import { giveTraffic, readServing, setTriggers, uploadVersion, varsOf, versionBinding } from './versions.ts'
import { writeConfig } from './write-config.ts'

const root = join(import.meta.dirname, '../..')

export interface DeployOrder {
  /** How long a version may take until it answers. */
  waitMs: number
  say: (line: string) => void
  signal: AbortSignal
}

/**
 * Brings this build to Cloudflare, one step after the other. Until the last but one of them the version that served
 * before has all traffic; if the new one then shows itself unfit, that one gets it back. Throws a Problem that names the
 * step, the reason and who serves.
 */
export async function deploy(order: DeployOrder): Promise<void> {
  const { say, signal, waitMs } = order
  const step = steps(order)
  const settings = await step('settings', readDeploySettings)
  const checkout = await step('checkout', takeCheckout)
  try {
    await step('build', () => buildIfNeeded(root, say))
    const before = await step('account', () => readServing(signal))
    const { schema, address } = await step('version that serves', () => standingOf(before, settings, order))
    const deployment = nameOfDeploy(new Date())
    const told = toldTo(settings, deployment)
    const configFile = await step('configuration', () => writeConfig({ ...told, before: address }))
    await prepare(settings, schema, step)

    const message = `Navet ${about.version}, before it ${before}`
    const version = await step('upload', () => uploadVersion({ configFile, tag: deployment, message }, signal))
    await step('version set aside', async () => {
      await mustServe(before, signal)
      await giveTraffic(before, { aside: version }, signal)
    })
    await step('address and scheduled runs', () => setTriggers(configFile, signal))
    const gate = { baseUrl: settings.baseUrl, version, waitMs, signal }
    const ready = await step('health before traffic', () => passGate({ ...gate, byName: true }))
    await hand({ before, told: ready.settings }, { ...gate, byName: false }, step)
    if (address && address !== settings.baseUrl)
      await step(
        'address of before',
        async () => setTriggers(await writeConfig(told), signal),
        async () => `The new version serves; ${address} still leads to it as well.`,
      )
    say(
      `Done: ${settings.baseUrl} is served by version ${version}. Back to the one before: npm run rollback -- ${before}`,
    )
  } finally {
    await checkout.release()
  }
}

/** Gives the new version the traffic, and has it back where the version does not bear it. */
async function hand({ before, told }: { before: string; told: string }, gate: Gate, step: Step): Promise<void> {
  const { version, signal } = gate
  const settled = (isStopped: boolean) => settle({ before, version }, { isStopped })
  await step(
    'traffic',
    async () => {
      await mustServe(before, signal)
      await giveTraffic(version, { told }, signal)
    },
    settled,
  )
  await step('health under traffic', () => passGate(gate), settled)
}

function toldTo({ baseUrl, token, vars }: DeploySettings, deployment: string) {
  const secrets = ['SECRET', 'SIGNING_KEYS', ...(token ? ['LIBSQL_AUTH_TOKEN'] : [])]
  return { baseUrl, secrets, vars: { ...vars, DEPLOYMENT: deployment } }
}

/** `after` tells who serves when the step has failed; without it nothing has touched the traffic yet. */
type Step = <T>(name: string, work: () => T | Promise<T>, after?: (isStopped: boolean) => Promise<string>) => Promise<T>

/** Runs a step and says so. */
function steps({ say, signal }: DeployOrder): Step {
  let number = 0
  return async (name, work, after) => {
    number += 1
    say(`${number}. ${name}`)
    try {
      return await work()
    } catch (error) {
      if (error instanceof Overtaken) throw new Problem(`${name}: ${error.message}.`)
      const reason = signal.aborted ? 'stopped' : wordsFor(error)
      const who = after ? await after(signal.aborted) : 'The version that served before still does.'
      throw new Problem(`${name}: ${reason}. ${who}`)
    }
  }
}

async function prepare({ url, token }: DeploySettings, schema: number, step: Step): Promise<void> {
  const client = createClient({ url, ...(token ? { authToken: token } : {}) })
  try {
    await step('database', () => mayEnd(() => client.execute('select 1')))
    await step('migrations', () => mayEnd(() => migrate(client, { servedBy: schema })))
    const catalogue = readBuiltCatalogue(join(root, 'dist/catalogue'))
    await step('question versions', () => mayEnd(() => keepCatalogue(client, catalogue)))
  } finally {
    client.close()
  }
}

/** Up to where the version that serves knows the database, 0 for one that does not say; and the address it was made for. */
async function standingOf(
  version: string,
  { baseUrl }: DeploySettings,
  { say, signal }: DeployOrder,
): Promise<{ schema: number; address: string | undefined }> {
  const vars = await varsOf(version, signal)
  const address = vars.BASE_URL
  const ready = await readReadiness({ baseUrl: address ?? baseUrl, version, byName: true, signal })
  if (typeof ready !== 'string') return { schema: ready.schema, address }
  if (versionBinding in vars)
    say(`What it may still need of the database is left to it, for it does not say: ${ready}.`)
  return { schema: 0, address }
}

/** `20261128-2255-3f9a1c`: what people see at /readyz, and the tag of the version. */
function nameOfDeploy(now: Date): string {
  const moment = now.toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-')
  return `${moment}-${crypto.randomUUID().slice(0, 6)}`
}
