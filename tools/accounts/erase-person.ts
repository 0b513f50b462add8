import type { Client } from '@libsql/client'

import { selectInheritances } from '../../worker/companies/inheritances/store.ts'
import { inBatch } from '../../worker/db/in-batch.ts'
import { eraseAndTell } from '../../worker/reports/erase-and-tell.ts'
import { heldAbout } from '../../worker/reports/held/held-about.ts'
import { findAccount } from './find-account.ts'

interface Wish {
  email: string
  now: Date
  /** Whether it shall be done, once it was said what goes. */
  isSure: (goes: string) => Promise<boolean>
}

/**
 * Erases the account of whoever has an address, as its own erasure does. Throws where nobody has the address.
 * @returns what was done; undefined when nobody was sure
 */
export async function erasePerson(client: Client, { email, now, isSure }: Wish): Promise<string | undefined> {
  const { db, learner, whos } = await findAccount(client, email)
  const { inherited, ...held } = await inBatch(db, {
    ...heldAbout(db, { learner, whos }),
    inherited: selectInheritances(db, learner),
  })
  const counts = Object.entries(held)
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => `${String(rows.length).padStart(6)}  ${name}`)
  const handedOn = inherited.map(({ name, heir }) =>
    heir === null ? `${name} closes in 30 days: nobody can take it over` : `${heir} becomes the owner of ${name}`,
  )
  if (!(await isSure([`Of ${email} go:`, ...counts, ...handedOn].join('\n')))) return undefined

  await eraseAndTell(
    { db, learner: { id: learner }, locale: held.account[0]?.language ?? 'sv', now },
    { whos, text: 'mail.erased.letter' },
  )
  const late = whos === undefined ? ' Without SECRET, forms they sent too late go by themselves within the hour.' : ''
  return `The account is erased. Its addresses, and members of companies it owned, are told by mail within 15 minutes.${late}`
}
