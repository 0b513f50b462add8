import { askAgain } from './accounts/ask-again.ts'
import { erasePerson } from './accounts/erase-person.ts'
import { Problem } from './command/problem.ts'
import { oneEmail, runCommand, WrongCall } from './command/run-command.ts'
import { withDatabase } from './database/with-database.ts'

const usage = `npm run erase -- EMAIL [--yes] [--dry-run]

Erases one person's account with everything in it, for a request that came by letter, as the person's own "Erase the
account" does: badges are revoked, a company without another owner is handed on or closes, and every address of the
account gets a last mail. It cannot be undone. EMAIL is any verified address of the account, or its number where it has none. Works on the database of
LIBSQL_URL, or the embedded one of DATA_DIR, whether or not Navet runs.

  --yes       does not ask for the address again; needed where there is no terminal
  --dry-run   says how much of what would go, and does nothing
  --help      this text

Exit codes: 0 done, 1 could not be done, 2 wrong call, 130 stopped.`

await runCommand({
  usage,
  options: { yes: { type: 'boolean', default: false }, 'dry-run': { type: 'boolean', default: false } },
  async work(words, { yes, 'dry-run': isDry }, signal) {
    const email = oneEmail(words)
    const { stdin: input, stdout: output } = process
    const isAsked = !yes && !isDry
    if (isAsked && !input.isTTY) throw new WrongCall('there is no terminal to ask on: say --yes')

    const isSure = async (goes: string) => {
      console.log(goes)
      if (isAsked && !(await askAgain(email, { input, output, signal }))) {
        throw new Problem('the address was not written again: nothing is erased')
      }
      return !isDry
    }
    const done = await withDatabase((client) => erasePerson(client, { email, now: new Date(), isSure }))
    console.log(done ?? 'Nothing is erased: this was a dry run.')
  },
})
