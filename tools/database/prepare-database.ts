import { type Client, createClient } from '@libsql/client/web'
import { drizzle } from 'drizzle-orm/libsql/web'

import type { Catalogue } from '../../formats/catalogue/catalogue.ts'
import { lookAgain } from '../../worker/quizzes/look-again.ts'
import { voidQuestions } from '../../worker/quizzes/voiding/apply/void-questions.ts'
import { keepJournal } from '../backup/journal/keep-journal.ts'
import { keepVersions } from './keep-versions.ts'
import { migrate } from './migrate.ts'

/** Migrates a database and keeps the catalogue's versions in it. A second run, or two at once, change nothing. */
export async function prepareDatabase(
  url: string,
  token: string | undefined,
  catalogue: Catalogue,
  how: Parameters<typeof migrate>[1] = {},
): Promise<string[]> {
  const client = createClient({ url, ...(token ? { authToken: token } : {}) })
  try {
    const applied = await migrate(client, how)
    await keepCatalogue(client, catalogue)
    return applied
  } finally {
    client.close()
  }
}

/** Keeps the catalogue's versions in a database that is migrated, and what follows from them for those who learn. */
export async function keepCatalogue(client: Client, catalogue: Catalogue): Promise<void> {
  await keepJournal(client)
  await keepVersions(client, catalogue, new Date())
  const looking = { db: drizzle(client), catalogue, now: new Date() }
  await toTheEnd(() => lookAgain(looking, learnersPerRound))
  await toTheEnd(() => voidQuestions(looking, testsPerRound))
}

const learnersPerRound = 2000
const testsPerRound = 2000
/** Enough for a thousand courses; the scheduled run does what is left. */
const mostRounds = 50

async function toTheEnd(lookOnce: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each round goes on where the one before has come to
    if (!(await lookOnce())) return
  }
}
