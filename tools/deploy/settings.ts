import { join } from 'node:path'

import { privateFolder } from '../start/build-if-needed.ts'
import { Problem } from '../command/problem.ts'
import { readSettings } from '../../worker/env.ts'

/** Handed to the worker as they are, where they are set. What is secret is not among them: wrangler keeps that. */
const handedOn = [
  'MAIL_URL',
  'MAIL_FROM',
  'ISSUER_NAME',
  'CONTROLLER_NAME',
  'CONTACT_EMAIL',
  'SUPPLIERS',
  'PAPERS_READ',
  'TRUSTED_ISSUERS',
  'LIBSQL_WRITERS',
]

export interface DeploySettings {
  url: string
  token: string | undefined
  baseUrl: string
  /** What the worker is told. */
  vars: Record<string, string>
}

/** What a deploy is told by its surroundings. Throws a Problem with all that is wrong, before anything is done. */
export function readDeploySettings(): DeploySettings {
  const { LIBSQL_URL, LIBSQL_AUTH_TOKEN, BASE_URL, MAIL_URL = '' } = process.env
  if (!LIBSQL_URL || !BASE_URL?.startsWith('https://'))
    throw new Problem('set LIBSQL_URL, LIBSQL_AUTH_TOKEN and BASE_URL (https://…): docs/deploy.md')
  if (/[?&]authToken=/i.test(LIBSQL_URL) || new URL(LIBSQL_URL).password !== '')
    throw new Problem(
      'LIBSQL_URL holds a token, and everybody in the account could read it there: set LIBSQL_AUTH_TOKEN',
    )
  if (/^(smtp|smtps|relay):/.test(MAIL_URL))
    throw new Problem(
      'MAIL_URL smtp://… is for npm start on one machine: on Cloudflare set https://… or scaleway://… (docs/operate.md)',
    )
  if (!process.env.CONTROLLER_NAME || !process.env.CONTACT_EMAIL)
    throw new Problem('set CONTROLLER_NAME and CONTACT_EMAIL: people are told who answers for their data')
  privateFolder(join(import.meta.dirname, '../..'))
  const set = handedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]] as const] : []))
  const vars = { ...Object.fromEntries(set), LIBSQL_URL, BASE_URL, ON_CLOUDFLARE: '1' }
  // The secrets are with Cloudflare, and not looked at here.
  const secret = 'kept by Cloudflare'.padEnd(32, '.')
  readSettings({ ...vars, SECRET: secret, MAIL_TOKEN: secret })
  return { url: LIBSQL_URL, token: LIBSQL_AUTH_TOKEN || undefined, baseUrl: BASE_URL.replace(/\/+$/, ''), vars }
}
