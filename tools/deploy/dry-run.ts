import { join } from 'node:path'

import { buildIfNeeded } from '../start/build-if-needed.ts'
import { takeCheckout } from './checkout.ts'
import { askWrangler } from './wrangler.ts'
import { readDeploySettings } from './settings.ts'
import { writeConfig } from './write-config.ts'

const root = join(import.meta.dirname, '../..')

/** Reads the settings, builds, and says what would be handed over; asks nobody outside. */
export async function dryRun({ say, signal }: { say: (line: string) => void; signal: AbortSignal }): Promise<void> {
  readDeploySettings()
  const checkout = await takeCheckout()
  try {
    await buildIfNeeded(root, say)
    const configFile = await writeConfig()
    const { said } = await askWrangler(['versions', 'upload', '--dry-run', '--config', configFile], signal)
    const size = /Total Upload:.*/.exec(said)?.[0]
    say(`${size ?? 'The build is whole.'} Nothing has left this machine, and the database is as it was.`)
  } finally {
    await checkout.release()
  }
}
