import { isWhom, runCommand, WrongCall } from './command/run-command.ts'
import { giveOwner } from './companies/give-owner.ts'
import { withDatabase } from './database/with-database.ts'

const usage = `npm run company:owner -- COMPANY EMAIL [--dry-run]

Makes a member of a company its owner, for when nobody else can. COMPANY is the id in the team page's address, or the
company's whole name; EMAIL any verified address of the member, or their account's number. Owners there are stay owners. A company that was to
close does not. The member is told by mail, and the change is kept among the company's events for 24 months.

  --dry-run   say what would be done, and do nothing
  --help      this text

Exit codes: 0 done, 1 could not be done, 2 wrong call.`

await runCommand({
  usage,
  options: { 'dry-run': { type: 'boolean', default: false } },
  async work([company, email, ...more], { 'dry-run': isDry }) {
    if (!company || !email || !isWhom(email) || more.length > 0)
      throw new WrongCall('which company, and whose address?')
    console.log(await withDatabase((client) => giveOwner(client, { company, email }, { now: new Date(), isDry })))
  },
})
