import { randomUUID } from 'node:crypto'

import type { Client } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql/web'

import { randomId } from '../../worker/chance.ts'
import { buildCredential, type CredentialFacts } from '../../worker/credentials/build-credential.ts'
import { issuerOf } from '../../worker/credentials/issuer.ts'
import { signAwards } from '../../worker/credentials/sign-awards.ts'
import { signCredential } from '../../worker/credentials/sign-credential.ts'
import { loadCatalogue } from '../authoring/compile/load-catalogue.ts'
import { achievementsOf } from '../../worker/badges/achievements.ts'
import { passMark, testLength } from '../../worker/quizzes/rules.ts'
import { makeKey } from '../keys/make-key.ts'

const address = { BASE_URL: 'https://navet.example', ISSUER_NAME: 'Navet', TRUSTED_ISSUERS: [] }

/** CPU milliseconds of one credential, signed both ways, once everything is warm. */
export async function measureSigning(folder: string): Promise<number> {
  const key = makeKey(new Date())
  const issuer = issuerOf(address, key)
  const facts = await factsFrom(folder)
  const signOne = async () => signCredential(buildCredential({ ...facts, award: randomId() }, issuer), issuer, key)
  for (let i = 0; i < 50; i += 1) await signOne()

  const rounds = 300
  const before = process.cpuUsage()
  for (let i = 0; i < rounds; i += 1) await signOne()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / rounds
}

/** An award with its signed credential, straight in the database; gives the award's id. */
export async function makeCredential(client: Client, folder: string): Promise<string> {
  const { badge, version, award, subject } = await factsFrom(folder)
  const learner = randomUUID()
  await client.batch(
    [
      {
        sql: 'insert into users (id, name, email, created_at, updated_at) values (?, ?, ?, 0, 0)',
        args: [learner, 'Person', `${learner}@bench.example`],
      },
      {
        sql: `insert into awards (id, learner, badge, course, course_version, attempt, at, day)
          values (?, ?, ?, 'granska-svaret', ?, 'a', 0, '2026-11-24')`,
        args: [award, learner, badge, version],
      },
      { sql: 'insert into credentials (award, subject, valid_from) values (?, ?, 0)', args: [award, subject] },
    ],
    'write',
  )
  const settings = {
    ...address,
    LIBSQL_URL: '',
    SECRET: '',
    SECRETS_BEFORE: [],
    MAIL_URL: { kind: 'outbox' } as const,
    DEMO: false,
    ON_CLOUDFLARE: false,
    SIGNING_KEYS: { keys: [makeKey(new Date())] },
  }
  await signAwards({ db: drizzle(client), settings, now: new Date() })
  return award
}

async function factsFrom(folder: string): Promise<CredentialFacts> {
  const achievements = achievementsOf(await loadCatalogue(folder), { questions: testLength, passMark })
  const { badge, version, content } = achievements.find((each) => each.content.courses[0] === 'granska-svaret')!
  return {
    award: randomId(),
    badge,
    version,
    day: '2026-11-24',
    achievement: content,
    subject: `urn:uuid:${randomUUID()}`,
    validFrom: new Date('2026-11-23T23:00:00Z'),
    holder: null,
    emailHash: null,
    emailSalt: null,
    statusList: 1,
    statusIndex: 4711,
  }
}
