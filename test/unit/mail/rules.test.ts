import { expect, test } from 'vitest'

import { messageIdOf, waitAfter } from '../../../worker/mail/rules.ts'

test('a mail that was not taken waits longer each time, an hour at most', () => {
  expect([1, 2, 3, 4, 5].map(waitAfter)).toEqual([30_000, 60_000, 120_000, 240_000, 480_000])
  expect(waitAfter(40)).toBe(3_600_000)
})

test('a mail has the same Message-ID at every try, named after the site', () => {
  expect(messageIdOf('ab12', 'https://navet.example:8443')).toBe('<ab12@navet.example>')
})
