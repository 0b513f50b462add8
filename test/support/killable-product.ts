import { type Client, createClient } from '@libsql/client/web'
import { expect } from 'vitest'

import { readRunning } from '../../tools/start/folder-lock.ts'
import { allEnd, answers, familyOf, kill, memberOf, ownPlace, type Started, start } from './processes.ts'

/** What of a command tells which process it is. */
const commands = { workerd: 'workerd serve', database: 'libsql/main.ts', 'mail relay': 'tools/mail/main.ts' } as const
const patience = { timeout: 150_000, interval: 20 }

/** Every process that Navet is made of on one machine. */
export const processes = ['workerd', 'database', 'mail relay', 'supervisor'] as const
export type Process = (typeof processes)[number]

export interface KillableProduct {
  url: string
  dataFolder: string
  /** SIGKILL, at once. */
  kill(name: Process): void
  /** Until what was killed is there again; the supervisor, with all it had begun, is started as an operator would. */
  back(name: Process): Promise<void>
  /** The running database, directly. */
  onDatabase<T>(work: (client: Client) => Promise<T>): Promise<T>
}

/** `npm start` on a place of its own, whose processes are killed and come back. */
export async function killableProduct(settings: Record<string, string>): Promise<KillableProduct> {
  const { env, url } = await ownPlace()
  const begin = () => start({ ...env, DEMO: '0', ...settings })
  let started: Started = begin()
  await answers(url, '/readyz')
  const supervisor = () => started.child.pid!
  let killed: number[] = []

  return {
    url,
    dataFolder: env.DATA_DIR,
    kill(name) {
      killed = name === 'supervisor' ? familyOf(supervisor()).map(({ pid }) => pid) : [pidOf(supervisor(), name)]
      kill(killed[0]!, 'SIGKILL')
    },
    async back(name) {
      await allEnd(killed)
      if (name === 'supervisor') started = begin()
      else await expect.poll(() => memberOf(supervisor(), commands[name])?.pid, patience).toBeDefined()
      await answers(url, '/readyz')
    },
    async onDatabase(work) {
      const { url: databaseUrl, token } = (await readRunning(env.DATA_DIR))!
      const client = createClient({ url: databaseUrl, authToken: token })
      try {
        return await work(client)
      } finally {
        client.close()
      }
    },
  }
}

function pidOf(supervisor: number, name: Exclude<Process, 'supervisor'>): number {
  const found = memberOf(supervisor, commands[name])
  if (!found) throw new Error(`${name} does not run`)
  return found.pid
}
