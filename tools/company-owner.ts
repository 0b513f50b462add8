import { parseArgs } from 'node:util'

import { giveOwner } from './companies/give-owner.ts'
import { withDatabase } from './database/with-database.ts'

const usage = `npm run company:owner -- COMPANY EMAIL [--dry-run]

Makes a member of a company its owner, for when nobody else can. COMPANY is the id in the team page's address, or the
company's whole name; EMAIL any verified address of the member. Owners there are stay owners. A company that was to
close does not. The member is told by mail, and the change is kept among the company's events for 24 months.

  --dry-run   say what would be done, and do nothing
  --help      this text`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
})
const [company, email] = positionals

if (values.help) {
  console.log(usage)
} else if (!company || !email?.includes('@') || positionals.length > 2) {
  console.error(usage)
  process.exitCode = 2
} else {
  const isDry = values['dry-run']
  process.exitCode = await withDatabase(async (client) => {
    console.log(await giveOwner(client, { company, email }, { now: new Date(), isDry }))
    return 0
  }).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    return 1
  })
}
