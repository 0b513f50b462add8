import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Client } from '@libsql/client/web'
import { expect, onTestFinished, test } from 'vitest'

import { type Document, isProvenBy, type Proof } from '../../formats/credentials/data-integrity.ts'
import { readMultikey } from '../../formats/credentials/multikey.ts'
import { readBuiltCatalogue } from '../../tools/authoring/compile/built-catalogue.ts'
import { type Learner, makeLearners } from '../../tools/bench/people.ts'
import { makeKey } from '../../tools/keys/make-key.ts'
import { loadPool } from '../../worker/courses/find.ts'
import { leaseMs } from '../../worker/mail/rules.ts'
import { tellFigures } from '../support/figures.ts'
import { insist, rightSheet } from '../support/impatient-person.ts'
import { type KillableProduct, killableProduct, processes } from '../support/killable-product.ts'
import { startMailServer } from '../support/mail-server.ts'

/** Of each process: 20 in `npm test`, 200 in `npm run drill`. */
const killsOfEach = Number(process.env.DRILL_KILLS ?? 20)
/** Who begin a badge test in each life of what is killed, so that every kill meets somebody half-way. */
const eachLife = 3
const lives = killsOfEach * processes.length
/** How often in a code's fifteen minutes a sender that was killed may have had it to itself: no fewer tries are an excuse. */
const leasesOfCode = 3

const course = 'granska-svaret'
const badgeTest = `/sv/courses/${course}/badge`
const secret = 'a secret for drills, long enough for anybody'
const key = makeKey(new Date())
const catalogue = readBuiltCatalogue(join(import.meta.dirname, '../../dist/catalogue'))

/** Keeps each signature that is ever stored, whoever stores it. */
const watching = [
  'create table drill_signatures (award text not null, json text not null)',
  `create trigger drill_signed after update of json on credentials when new.json is not null
    begin insert into drill_signatures values (new.award, new.json); end`,
]

test(`awards survive ${killsOfEach} kills of each process: none is lost, none is twice, each is signed once`, async () => {
  const office = await startMailServer()
  onTestFinished(() => office.close())
  const product = await killableProduct({
    SECRET: secret,
    SIGNING_KEYS: JSON.stringify({ keys: [key] }),
    MAIL_URL: `smtp://127.0.0.1:${office.port}?starttls=never`,
    MAIL_FROM: 'navet@navet.example',
  })
  const learners = await product.onDatabase(async (client) => {
    await client.batch(watching, 'write')
    return makeLearners(client, secret, lives * eachLife)
  })

  const told = new Map<string, string>()
  const asked: string[] = []
  const work: Promise<void>[] = []
  for (let life = 0; life < lives; life += 1) {
    const own = learners.slice(life * eachLife, (life + 1) * eachLife)
    const passing = own.map(async (learner) => void told.set(learner.id, await passTest(product.url, learner)))
    work.push(
      ...passing,
      askForCode(product.url).then((email) => void asked.push(email)),
    )
    // At any moment; and every other time when somebody has just been told, while what follows the answer is under way.
    await (Math.floor(life / processes.length) % 2 === 0 ? sleep(Math.random() * 120) : Promise.race(passing))
    const name = processes[life % processes.length]!
    product.kill(name)
    await product.back(name)
  }
  await Promise.all(work)

  await expect.poll(() => product.onDatabase(unsigned), { timeout: 150_000, interval: 500 }).toBe(0)
  const rows = await product.onDatabase(read)
  expect(rows.submissions.sort()).toEqual([...told].map(([learner, attempt]) => `${learner} ${attempt} 1`).sort())
  expect(rows.awards.sort()).toEqual([...told].map(([learner, attempt]) => `${learner} ${attempt}`).sort())
  expect(rows.signatures.map(({ award }) => award).sort()).toEqual(rows.awardIds.sort())
  for (const { award, json } of rows.signatures) {
    expect([award, await isOurs(json)]).toEqual([award, true])
    const served = await insist(`${product.url}/badges/${award}.json`, [200])
    expect(served.text).toBe(json)
  }

  const mails = await mailsOf(product, asked, new Set(office.taken.map(({ to }) => to)))
  expect(mails.lost).toEqual([])
  tellFigures('awards under kills', {
    kills: lives,
    'tests handed in': told.size,
    awards: rows.awards.length,
    signatures: rows.signatures.length,
    'codes asked for': asked.length,
    'codes sent': mails.sent,
    'codes waiting': mails.waiting,
    'codes expired in the hands of killed senders': mails.expired,
    'sent twice': office.taken.length - new Set(office.taken.map(({ to }) => to)).size,
  })
})

/** Takes the badge test, everything right, until told that it is passed; gives the attempt. */
async function passTest(url: string, { cookie }: Learner): Promise<string> {
  const { location } = await insist(`${url}${badgeTest}/attempts`, [303], { cookie, form: { start: '1' } })
  const page = await insist(url + location, [200], { cookie })
  const form = await rightSheet(page.text, await loadPool(catalogue, course), secret)
  await insist(`${url}${location}/submission`, [303], { cookie, form })
  const told = await insist(url + location, [200], { cookie })
  expect(told.text).toContain('Du klarade det.')
  return location.split('/').at(-1)!
}

/** Somebody new asks for a code; asked again too soon after a line that broke, they are told that one is on its way. */
async function askForCode(url: string): Promise<string> {
  const email = `${randomUUID()}@drill.example`
  await insist(`${url}/sv/sign-in`, [303, 429], { form: { email } })
  return email
}

async function unsigned(client: Client): Promise<number> {
  const { rows } = await client.execute('select count(*) as n from credentials where json is null or jwt is null')
  return Number(rows[0]!.n)
}

async function read(client: Client) {
  const [submissions, awards, signatures] = await client.batch(
    [
      'select learner, attempt, passed from submissions',
      'select id, learner, attempt from awards',
      'select award, json from drill_signatures',
    ],
    'deferred',
  )
  return {
    submissions: submissions!.rows.map(({ learner, attempt, passed }) => `${learner} ${attempt} ${passed}`),
    awards: awards!.rows.map(({ learner, attempt }) => `${learner} ${attempt}`),
    awardIds: awards!.rows.map(({ id }) => String(id)),
    signatures: signatures!.rows.map(({ award, json }) => ({ award: String(award), json: String(json) })),
  }
}

async function isOurs(json: string): Promise<boolean> {
  const { proof, ...document } = JSON.parse(json) as Document & { proof: [Proof] }
  return isProvenBy(document, proof[0], readMultikey('public', key.ed25519.publicKeyMultibase)!)
}

/**
 * A code is sent, or waits with its words for no longer than a sender that was killed keeps it to itself. In a drill that
 * takes longer than a code holds, one may have been in the hands of a killed sender time and again until it expired.
 */
async function mailsOf({ onDatabase }: KillableProduct, asked: string[], taken: Set<string>) {
  const { rows } = await onDatabase((client) =>
    client.execute('select recipient, body, due_at, expires_at, tries from mails where sent_at is null'),
  )
  const now = Date.now()
  const those = (are: (row: (typeof rows)[number]) => boolean) => {
    const found = new Set(rows.filter(are).map(({ recipient }) => String(recipient)))
    return asked.filter((email) => !taken.has(email) && found.has(email))
  }
  const waiting = those(
    ({ body, due_at: due, expires_at: end }) => Boolean(body) && Number(end) > now && Number(due) <= now + leaseMs,
  )
  const expired = those(({ expires_at: end, tries }) => Number(end) <= now && Number(tries) >= leasesOfCode)
  const known = new Set([...taken, ...waiting, ...expired])
  return {
    sent: asked.filter((email) => taken.has(email)).length,
    waiting: waiting.length,
    expired: expired.length,
    lost: asked.filter((email) => !known.has(email)),
  }
}
