import { readPassphrase } from './backup/read-passphrase.ts'
import { restore } from './backup/restore/restore.ts'
import { runCommand, WrongCall } from './command/run-command.ts'
import { mayEnd } from './command/stop.ts'

const usage = `npm run restore -- FILE | - | s3://BUCKET/PREFIX/NAME [--check] [--dry-run] [--replace]

Restores a backup: into DATA_DIR, where no Navet may be running, or, with LIBSQL_URL, into an empty database there.
Accounts that were erased since the backup was taken are erased again. Stopped at any moment it leaves what was there.

  --check                  looks at the whole backup, says what is in it, and restores nothing
  --replace                puts aside the database with people in it that DATA_DIR holds, for 35 days, as
                           navet.db.replaced
  --with-secret            the backup's SECRET in place of the one that DATA_DIR has: who was signed in then stays so
  --passphrase-file FILE   the passphrase, else BACKUP_PASSPHRASE
  --erasures FILE          a journal of erasures, besides erasures.jsonl in DATA_DIR and beside the backup
  --dry-run                does everything but the last step, and says what it would leave
  --help                   this text

Exit codes: 0 done, 1 refused or could not be done, 2 wrong call, 130 stopped.`

await runCommand({
  usage,
  options: {
    check: { type: 'boolean', default: false },
    replace: { type: 'boolean', default: false },
    'with-secret': { type: 'boolean', default: false },
    'passphrase-file': { type: 'string' },
    erasures: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
  async work([from, ...more], values, signal) {
    if (!from || more.length > 0) throw new WrongCall('which backup?')
    const passphrase = await readPassphrase(values['passphrase-file'])
    const { check: isCheck, replace: mayReplace, 'with-secret': withSecret, 'dry-run': isDry, erasures } = values
    await mayEnd(() => restore(from, { passphrase, signal, isCheck, mayReplace, withSecret, isDry, erasures }))
  },
})
