import { codeFrom } from '../../worker/accounts/paper-code/rules.ts'
import { companies, invitations } from '../../worker/db/schema/companies.ts'
import { bindings, database } from './worker.ts'

/** The question of another company's owner whether it may go into one of somebody's. */
export async function makeMerger(db = database(bindings())): Promise<string> {
  const id = crypto.randomUUID()
  const code = codeFrom(crypto.getRandomValues(new Uint8Array(16)))
  const createdAt = new Date()
  const kind = { municipality: '2081', sector: 'C', size: '2-9' } as const
  await db.insert(companies).values({ id, name: 'Gamla Plåt', ...kind, createdAt })
  const expiresAt = new Date(createdAt.getTime() + 86_400_000)
  await db
    .insert(invitations)
    .values({ code, company: id, createdBy: '', createdAt, expiresAt, usesLeft: 0, kind: 'merge' })
  return code
}
