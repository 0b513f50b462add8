import { backUp } from './backup/back-up.ts'
import { readPassphrase } from './backup/read-passphrase.ts'
import { runCommand, WrongCall } from './command/run-command.ts'

const usage = `npm run -s backup -- FILE | - | FOLDER/ | s3://BUCKET/PREFIX [--dry-run]

Backs up the database of LIBSQL_URL, or the embedded one of DATA_DIR, whether or not Navet runs. The backup shows one
moment, or says at which moments it could not.

  FILE       written whole or not at all; an older one of that name stays until then
  -          standard output (npm run -s, so that npm says nothing there)
  FOLDER/    a file with the moment in its name; kept are the newest of the last 7 days and of the last 4 weeks,
             and nothing older than 35 days. Other files there are left alone
  s3://…     the same in a bucket, with a passphrase; AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, S3_ENDPOINT
             Without a name: BACKUP_TO

  --passphrase-file FILE   the passphrase, else BACKUP_PASSPHRASE. With one the backup is encrypted and holds SECRET and
                           the signing keys; without one it holds neither
  --erasures               writes only the journal of erasures, to FILE, - or beside the backups of FOLDER/ or s3://…
  --if-due                 does nothing while the newest backup of FOLDER/ or s3://… is younger than a day
  --dry-run                says what would be written and removed, and does nothing
  --help                   this text

Exit codes: 0 done, 1 could not be done, 2 wrong call, 130 stopped. Nothing is left behind by either.`

await runCommand({
  usage,
  options: {
    'passphrase-file': { type: 'string' },
    erasures: { type: 'boolean', default: false },
    'if-due': { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
  async work([to = process.env.BACKUP_TO, ...more], values, signal) {
    if (!to || more.length > 0) throw new WrongCall('where to?')
    const passphrase = await readPassphrase(values['passphrase-file'])
    const { 'dry-run': isDry, 'if-due': isOnlyIfDue, erasures: onlyErasures } = values
    await backUp(to, { passphrase, signal, isDry, isOnlyIfDue, onlyErasures, now: new Date() })
  },
})
