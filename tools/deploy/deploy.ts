import { join } from 'node:path'

import { createClient } from '@libsql/client/web'

import about from '../../package.json' with { type: 'json' }
import { readBuiltCatalogue } from '../authoring/compile/built-catalogue.ts'
import { Problem, wordsFor } from '../command/problem.ts'
import { migrate } from '../database/migrate.ts'
import { keepCatalogue } from '../database/prepare-database.ts'
import { buildIfNeeded } from '../start/build-if-needed.ts'
import { passGate, readReadiness } from './gate.ts'
import { type DeploySettings, readDeploySettings } from './settings.ts'
import { giveTraffic, readServing, setTriggers, uploadVersion } from './versions.ts'
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
  await step('build', () => buildIfNeeded(root, say))
  const before = await step('account', () => readServing(signal))
  const schema = await step('version that serves', () => schemaOf(settings, signal))
  await prepare(settings, schema, step)

  const deployment = nameOfDeploy(new Date())
  const secrets = ['SECRET', 'SIGNING_KEYS', ...(settings.token ? ['LIBSQL_AUTH_TOKEN'] : [])]
  const vars = { ...settings.vars, DEPLOYMENT: deployment }
  const configFile = await step('configuration', () => writeConfig({ baseUrl: settings.baseUrl, vars, secrets }))
  const message = `Navet ${about.version}, before it ${before}`
  const version = await step('upload', () => uploadVersion({ configFile, tag: deployment, message }, signal))
  await step('version set aside', () => giveTraffic(before, { aside: version }, signal))
  await step('address and scheduled runs', () => setTriggers(configFile, signal))
  const gate = { baseUrl: settings.baseUrl, deployment, waitMs, signal }
  await step('health before traffic', () => passGate({ ...gate, version }))
  await step('traffic', () => giveTraffic(version, {}, signal))
  await step(
    'health under traffic',
    () => passGate(gate),
    () => giveTraffic(before),
  )
  say(
    `Done: ${settings.baseUrl} is served by version ${version}. Back to the one before: npm run rollback -- ${before}`,
  )
}

type Step = <T>(name: string, work: () => T | Promise<T>, undo?: () => Promise<void>) => Promise<T>

/** Runs a step and says so; with `undo` the new version has the traffic, which is given back when the step fails. */
function steps({ say, signal }: DeployOrder): Step {
  let number = 0
  return async (name, work, undo) => {
    number += 1
    say(`${number}. ${name}`)
    try {
      return await work()
    } catch (error) {
      const reason = signal.aborted ? 'stopped' : wordsFor(error)
      if (!undo) throw new Problem(`${name}: ${reason}. The version that served before still does.`)
      if (signal.aborted)
        throw new Problem(`${name}: stopped. The new version has the traffic; npm run rollback takes it back.`)
      await undo().catch((fault: unknown) => {
        throw new Problem(
          `${name}: ${reason}. The new version has the traffic, for it could not be given back: ${wordsFor(fault)}. Run npm run rollback.`,
        )
      })
      throw new Problem(`${name}: ${reason}. The version that served before serves again.`)
    }
  }
}

async function prepare({ url, token }: DeploySettings, schema: number, step: Step): Promise<void> {
  const client = createClient({ url, ...(token ? { authToken: token } : {}) })
  try {
    await step('database', () => client.execute('select 1'))
    await step('migrations', () => migrate(client, { servedBy: schema }))
    const catalogue = readBuiltCatalogue(join(root, 'dist/catalogue'))
    await step('question versions', () => keepCatalogue(client, catalogue))
  } finally {
    client.close()
  }
}

/** Up to where the version that serves knows the database: 0 for one that does not say. */
async function schemaOf({ baseUrl }: DeploySettings, signal: AbortSignal): Promise<number> {
  const ready = await readReadiness(baseUrl, { signal })
  return typeof ready === 'string' ? 0 : (ready.schema ?? 0)
}

/** `20261128-2255-3f9a1c`: what /readyz answers, and the tag of the version. */
function nameOfDeploy(now: Date): string {
  const moment = now.toISOString().slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-')
  return `${moment}-${crypto.randomUUID().slice(0, 6)}`
}
