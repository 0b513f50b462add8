import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { unseal } from '../../tools/backup/format/envelope.ts'
import { isVerified } from '../support/independent-verifier.ts'
import { allEnd, answers, exits, familyOf, ownPlace, start } from '../support/processes.ts'
import { runTool } from '../support/run-tool.ts'

const passphrase = 'a passphrase for the drill'
const learner = 'amira@siljansplat.example'

/** People learn, the machine is lost with everything on it, and from the backup alone all comes back. */
test('seeded, killed, deleted and restored: every row, a badge that holds, and a learner who goes on where she was', async () => {
  const { env, url } = await ownPlace()
  const away = mkdtempSync(join(tmpdir(), 'navet-away-'))
  const [backup, again] = [join(away, 'navet.backup'), join(away, 'again.backup')]
  const settings = { ...env, BACKUP_PASSPHRASE: passphrase }
  const first = start(env)
  await answers(url, '/readyz')
  const whereShewas = await resumeOf(url, env)
  expect(whereShewas).toMatch(/^\/sv\/courses\/granska-svaret\//)

  expect(await runTool(settings, 'backup.ts', backup)).toMatchObject({ code: 0 })
  const [award] = await awardsIn(backup)
  const served = await (await fetch(`${url}/badges/${award}.json`)).text()
  const family = familyOf(first.child.pid!).map(({ pid }) => pid)
  first.child.kill('SIGKILL')
  await allEnd(family)
  rmSync(env.DATA_DIR, { recursive: true })

  const checked = await runTool(settings, 'restore.ts', '--check', backup)
  expect(checked).toMatchObject({ code: 0, said: expect.stringContaining('The backup is whole.') })
  expect(await runTool(settings, 'restore.ts', backup)).toMatchObject({ code: 0 })
  expect(await runTool(settings, 'backup.ts', again)).toMatchObject({ code: 0 })
  const rows = await rowsOf(backup)
  expect(rows.length).toBeGreaterThan(500)
  expect(await rowsOf(again)).toEqual(rows)

  const second = start({ ...env, DEMO: '0' })
  await answers(url, '/readyz')
  const restored = await (await fetch(`${url}/badges/${award}.json`)).text()
  expect(restored).toBe(served)
  expect(await isVerified(restored, { url, origin: url })).toBe(true)
  expect(await isVerified(restored.replace('AI-granskare', 'AI-grangskare'), { url, origin: url })).toBe(false)
  expect(await resumeOf(url, env)).toBe(whereShewas)
  second.child.kill('SIGTERM')
  expect((await exits(second)).code).toBe(0)
  rmSync(away, { recursive: true })
})

/** The lines of the rows, with those that name their tables. */
async function rowsOf(backup: string): Promise<string[]> {
  const lines: string[] = []
  for await (const line of unseal(createReadStream(backup), passphrase)) lines.push(line)
  return lines.slice(2, -1)
}

async function awardsIn(backup: string): Promise<string[]> {
  const lines = await rowsOf(backup)
  const from = lines.findIndex((line) => line.startsWith('{"table":"credentials"'))
  const signed = lines.slice(
    from + 1,
    lines.findIndex((line) => line.startsWith('{"end":"credentials"')),
  )
  return signed.map((line) => String((JSON.parse(line) as unknown[])[0]))
}

/** Signs in by a mailed code, and finds where the first page would have her go on. */
async function resumeOf(url: string, env: { DATA_DIR: string }): Promise<string | undefined> {
  const jar = new Map<string, string>()
  const send = async (path: string, form?: Record<string, string>) => {
    const response = await fetch(url + path, {
      redirect: 'manual',
      headers: { origin: url, cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return response
  }
  await send('/sv/sign-in', { email: learner })
  const { said } = await runTool(env, 'outbox.ts')
  const code = new RegExp(`${learner}[^]*?\\b(\\d{6})\\b`).exec(said)?.[1] ?? ''
  expect((await send('/sv/sign-in/code', { email: learner, code })).status).toBe(303)
  const page = await (await send('/sv')).text()
  const href = /class="resume[^]*?href="([^"]+)"/.exec(page)?.[1]
  expect((await send(href ?? '/nowhere')).status).toBe(200)
  return href
}
