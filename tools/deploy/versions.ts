import { z } from 'zod'

import { Problem } from '../command/problem.ts'
import { askWrangler } from './wrangler.ts'

/** Its name in wrangler.toml. */
export const workerName = 'navet'
/** By what it is told its own id: worker/env.ts. */
export const versionBinding = 'CF_VERSION_METADATA'
const place = ['--config', 'wrangler.toml']

const Deployment = z.object({
  versions: z.array(z.object({ version_id: z.string(), percentage: z.number() })),
  annotations: z.record(z.string(), z.string()).default({}),
})
const Version = z.object({
  id: z.string(),
  metadata: z.object({ created_on: z.string() }),
  annotations: z.record(z.string(), z.string()).default({}),
})
const Detail = z.object({
  resources: z.object({ bindings: z.array(z.object({ name: z.string(), text: z.string().optional() }).loose()) }),
})

/** The version that has all traffic. Throws a Problem where there is no worker, or where versions share the traffic. */
export async function readServing(signal?: AbortSignal): Promise<string> {
  const { said } = await askWrangler(['deployments', 'status', '--json', ...place], signal)
  const { versions } = Deployment.parse(JSON.parse(said))
  const whole = versions.find(({ percentage }) => percentage === 100)
  if (!whole)
    throw new Problem(
      `the traffic is shared by ${versions.map(({ version_id }) => version_id).join(' and ')}: npm run rollback -- VERSION settles it`,
    )
  return whole.version_id
}

/** The newest first. */
export async function readVersions(signal?: AbortSignal): Promise<z.infer<typeof Version>[]> {
  const { said } = await askWrangler(['versions', 'list', '--json', ...place], signal)
  const versions = z.array(Version).parse(JSON.parse(said))
  return versions.toSorted((a, b) => b.metadata.created_on.localeCompare(a.metadata.created_on))
}

/** What a version was told, by name; undefined what is a secret or no text. DEPLOYMENT is missing of one that no deploy of ours made. */
export async function varsOf(version: string, signal?: AbortSignal): Promise<Record<string, string | undefined>> {
  const { said } = await askWrangler(['versions', 'view', version, '--json', ...place], signal)
  const { bindings } = Detail.parse(JSON.parse(said)).resources
  return Object.fromEntries(bindings.map(({ name, text }) => [name, text]))
}

/** Uploads a build as a version that nobody is served by. */
export async function uploadVersion(
  { configFile, tag, message }: { configFile: string; tag: string; message: string },
  signal?: AbortSignal,
): Promise<string> {
  const words = ['versions', 'upload', '--config', configFile, '--tag', tag, '--message', message]
  const { entries } = await askWrangler(words, signal)
  const made = entries.find(({ type }) => type === 'version-upload')
  return z.string({ error: 'wrangler did not say which version it made' }).parse(made?.version_id)
}

/**
 * Gives one version all traffic; `aside` answers to whoever asks for it by name, and to nobody else. `told` is the mark
 * that the version gave of its settings: noted where it is found when the version answers no more.
 */
export async function giveTraffic(
  version: string,
  { aside, told }: { aside?: string; told?: string } = {},
  signal?: AbortSignal,
): Promise<void> {
  const shares = [`${version}@100%`, ...(aside ? [`${aside}@0%`] : [])]
  const note = told ? ['--message', `${version} was told ${told}`] : []
  await askWrangler(['versions', 'deploy', ...shares, ...note, '--yes', ...place], signal)
}

/** The mark that was noted of a version; undefined where none of the last ten deployments has it. */
export async function notedOf(version: string, signal?: AbortSignal): Promise<string | undefined> {
  const { said } = await askWrangler(['deployments', 'list', '--json', ...place], signal)
  const notes = z.array(Deployment).parse(JSON.parse(said))
  // By the id in it: Cloudflare may hand a message on to the version that a changed secret makes.
  const found = notes.map(({ annotations }) => /^(\S+) was told (\S+)$/.exec(annotations['workers/message'] ?? ''))
  return found.find((note) => note?.[1] === version)?.[2]
}

/** The address and the times of the scheduled runs, which are no part of a version. */
export async function setTriggers(configFile: string, signal?: AbortSignal): Promise<void> {
  await askWrangler(['triggers', 'deploy', '--config', configFile], signal)
}
