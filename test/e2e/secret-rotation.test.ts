import { join } from 'node:path'

import { expect, test } from 'vitest'

import { readSecrets } from '../../tools/secret/secret-files.ts'
import { allEnd, answers, exits, familyOf, ownPlace, start } from '../support/processes.ts'
import { runTool } from '../support/run-tool.ts'

/** A browser as far as cookies go. */
class Person {
  readonly jar = new Map<string, string>()

  async ask(url: string, fields?: Record<string, string>): Promise<Response> {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.jar].map((pair) => pair.join('=')).join('; '), origin: new URL(url).origin },
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]!.split(/=(.*)/)
      this.jar.set(name, value)
    }
    return answer
  }
}

async function mailedCode(url: string, email: string): Promise<string> {
  const mails = (await (await fetch(`${url}/dev/outbox`, { headers: { accept: 'application/json' } })).json()) as {
    to: string
    text: string
  }[]
  const mail = mails.find(({ to }) => to === email)
  return /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? ''
}

test('npm run secret:rotate and a restart sign nobody out, and a code that was on its way opens', async () => {
  const { env, url } = await ownPlace()
  const first = start(env)
  await answers(url)
  const [amira, bo] = [new Person(), new Person()]
  const signIn = async (person: Person, email: string) =>
    person.ask(`${url}/sv/sign-in/code`, { email, code: await mailedCode(url, email) })
  await amira.ask(`${url}/sv/sign-in`, { email: 'amira@plat.example' })
  expect((await signIn(amira, 'amira@plat.example')).status).toBe(303)
  await bo.ask(`${url}/sv/sign-in`, { email: 'bo@plat.example' })
  const before = await readSecrets(env.DATA_DIR)

  expect(await runTool({ DATA_DIR: env.DATA_DIR }, 'rotate-secret.ts')).toMatchObject({ code: 0 })
  expect((await amira.ask(`${url}/sv/me/name`)).status, 'until the restart all is as it was').toBe(200)
  const family = familyOf(first.child.pid!).map(({ pid }) => pid)
  first.child.kill('SIGTERM')
  expect((await exits(first)).code).toBe(0)
  await allEnd(family)
  start(env)
  await answers(url)

  const was = amira.jar.get('navet.session_token')
  expect((await amira.ask(`${url}/sv/me/name`)).status).toBe(200)
  expect(amira.jar.get('navet.session_token')).not.toBe(was)
  expect((await signIn(bo, 'bo@plat.example')).status).toBe(303)
  expect((await bo.ask(`${url}/sv/me/name`)).status).toBe(200)

  const backup = join(env.DATA_DIR, 'x.backup')
  const settings = { DATA_DIR: env.DATA_DIR, BACKUP_PASSPHRASE: 'a passphrase of some length' }
  expect(await runTool(settings, 'backup.ts', backup)).toMatchObject({ code: 0 })
  const elsewhere = (await ownPlace()).env.DATA_DIR
  expect(await runTool({ ...settings, DATA_DIR: elsewhere }, 'restore.ts', backup)).toMatchObject({ code: 0 })
  const restored = await readSecrets(elsewhere)
  expect(restored).toEqual(await readSecrets(env.DATA_DIR))
  expect(restored!.before[0]!.secret).toBe(before!.secret)
})
