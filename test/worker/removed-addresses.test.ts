import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { addresses, removedAddresses, sessions, users } from '../../worker/db/schema/accounts.ts'
import { mailTo } from '../support/mailed.ts'
import { signedIn, somebody } from '../support/people.ts'
import { addAddress, removeAddress } from '../support/step-up.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())
const days = 86_400_000

async function idOf(email: string): Promise<string | undefined> {
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email))
  return user?.id
}

/** An account that was made so many days ago. */
async function signedInFor(email: string, ago: number): Promise<Browser> {
  const browser = await signedIn(email)
  await db
    .update(users)
    .set({ createdAt: new Date(Date.now() - ago * days) })
    .where(eq(users.email, email))
  return browser
}

describe('a removed address', () => {
  test('is told, as are those that stay, and may come back for seven days when a young address vouched', async () => {
    const [work, home] = [somebody(), somebody('hemma')]
    const browser = await signedInFor(work, 100)
    const id = await idOf(work)
    await addAddress(browser, home)
    await removeAddress(browser, work, home)
    expect((await mailTo(home)).subject).toBe('En adress har tagits bort från ditt konto i Navet')
    const { link } = await mailTo(work)

    const owner = new Browser()
    const opened = await owner.get(link)
    expect([opened.status, opened.text.includes(work)]).toEqual([200, true])
    expect(await idOf(home)).toBe(id)
    const returned = await owner.post(link, {})
    expect([returned.status, returned.text.includes('Adressen är tillbaka')]).toEqual([200, true])
    expect(await db.select().from(sessions).where(eq(sessions.userId, id!))).toEqual([])
    expect((await mailTo(home)).subject).toBe('En adress är tillbaka på ditt konto i Navet')
    expect((await owner.post(link, {})).status).toBe(410)

    const back = await signedIn(work)
    const page = await back.get('/sv/me/addresses')
    expect([page.text.includes(work), page.text.includes(home)]).toEqual([true, true])
    await removeAddress(back, home, work)
    expect((await mailTo(home)).link).toBe('')
  })

  test('may not come back when an address vouched that is more than seven days old, whoever reads its mail', async () => {
    const [work, home] = [somebody(), somebody('hemma')]
    const browser = await signedInFor(work, 100)
    await addAddress(browser, home)
    await db
      .update(addresses)
      .set({ verifiedAt: new Date(Date.now() - 8 * days) })
      .where(eq(addresses.email, home))
    await removeAddress(browser, work, home)
    const told = await mailTo(work)
    expect([told.subject, told.link]).toEqual(['Din adress har tagits bort från ett konto i Navet', ''])
    expect(await db.select().from(removedAddresses).where(eq(removedAddresses.email, work))).toEqual([])
  })

  test('that became first keeps its age: it vouches from when it was added', async () => {
    const [work, home, third] = [somebody(), somebody('hemma'), somebody('tredje')]
    const browser = await signedInFor(work, 100)
    await addAddress(browser, home)
    await removeAddress(browser, work, work)
    await addAddress(browser, third)
    await removeAddress(browser, third, home)
    expect((await mailTo(third)).link).not.toBe('')
  })

  test('stays away when it signs in to another account by now, and after seven days', async () => {
    const [work, home] = [somebody(), somebody('hemma')]
    const browser = await signedIn(work)
    await addAddress(browser, home)
    await removeAddress(browser, work, home)
    const { link } = await mailTo(work)
    await signedIn(work)
    expect((await new Browser().post(link, {})).status).toBe(409)

    await db.update(removedAddresses).set({ until: new Date() }).where(eq(removedAddresses.email, work))
    expect((await new Browser().get(link)).status).toBe(410)
    expect((await new Browser().post(link, {})).status).toBe(410)
  })

  test('is put back by nobody who guesses the link', async () => {
    const opened = await new Browser().post(`/sv/addresses/return/${'0'.repeat(32)}`, {})
    expect(opened.status).toBe(410)
  })
})
