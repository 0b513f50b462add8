import { newestNeeded } from '../../formats/migrations.ts'
import { openDatabase } from '../db/client.ts'
import { type Bindings, readSettings } from '../env.ts'
import { foundBy } from './found-by.ts'
import { judgeReadiness, type Readiness } from './rules.ts'
import { readHealth } from './store.ts'
import { hasKey, tookAway } from './this-build.ts'

/** Asks the database, in one round trip, whether this build can do all of its work on it. */
export async function readReadiness(bindings: Bindings): Promise<Readiness> {
  const settings = readSettings(bindings)
  const found = await foundBy(async () => {
    const { tags, ...state } = await readHealth(openDatabase(settings, bindings).db)
    return { ...state, isContracted: tags.some(tookAway) }
  })
  return judgeReadiness(found, { newest: newestNeeded, hasKey: hasKey(settings), now: new Date() })
}
