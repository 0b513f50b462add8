import { join } from 'node:path'

import { expect, test } from 'vitest'

import { loadCatalogue } from '../../../tools/authoring/compile/load-catalogue.ts'
import { growLearners } from '../../../tools/bench/grow.ts'
import { makeLearners, makeTeam } from '../../../tools/bench/people.ts'
import { keepCatalogue } from '../../../tools/database/prepare-database.ts'
import { database } from '../backup/support.ts'

test('what the bench makes straight in the database fits the tables as they are now', async () => {
  const client = await database()
  await keepCatalogue(client, await loadCatalogue(join(import.meta.dirname, '../../fixtures/courses')))
  const learners = await makeLearners(client, 's'.repeat(32), 6)
  await makeTeam(client, learners)
  await growLearners(client, 0, 60)

  const { rows } = await client.execute(
    'select (select count(*) from memberships) as members, (select count(*) from awards) as awards, (select count(*) from submissions) as submissions',
  )
  expect(rows[0]).toMatchObject({ members: 66, awards: 4 + 180, submissions: 180 })
})
