import { createClient } from '@libsql/client/web'
import { drizzle } from 'drizzle-orm/libsql/web'
import { expect, test } from 'vitest'

import { heldKey } from '../../../web/pages/reports/held-key.ts'
import { heldAbout } from '../../../worker/reports/held/held-about.ts'

const db = drizzle(createClient({ url: 'http://127.0.0.1' }))
const held = Object.entries(heldAbout(db, { learner: 'l', whos: ['w'] })).map(([name, statement]) => ({
  name,
  fields: Object.keys((statement as unknown as { _: { selectedFields: object } })._.selectedFields),
}))

test('every part of the document, and every column in it, is called something that people understand', () => {
  expect(held.filter(({ name }) => !heldKey('section', name)).map(({ name }) => name)).toEqual([])
  const fields = held.flatMap((part) => part.fields.map((field) => ({ part: part.name, field })))
  expect(fields.length).toBeGreaterThan(100)
  expect(fields.filter(({ field }) => !heldKey('field', field))).toEqual([])
})
