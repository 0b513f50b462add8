export const usage = `npm start

Runs Navet on this machine, with its database in DATA_DIR: builds if something changed, migrates, serves. A new DATA_DIR
holds a demo, unless DEMO=0. It tells what it does in lines of JSON, and ends with Ctrl-C or SIGTERM.

It is told by the environment; every setting is in README.md, and docs/operate.md says how to run it for others:

  PORT (8787), HOST (127.0.0.1), BASE_URL     where it listens, and its address for others
  DATA_DIR (.data), DEMO (1)                  its folder, and whether a new one holds a demo
  LIBSQL_URL, LIBSQL_AUTH_TOKEN, SECRET       a database elsewhere instead of the embedded one
  MAIL_URL (outbox:), MAIL_FROM               how mails leave
  BACKUP_TO, BACKUP_PASSPHRASE                where backups go, once a day
  CONTROLLER_NAME, CONTACT_EMAIL              who answers for the data: needed where the internet reaches it

Exit codes: 0 stopped when told to, 1 could not start, 2 wrong call.`
