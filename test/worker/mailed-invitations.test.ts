import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { invitations, memberships, teams } from '../../worker/db/schema/companies.ts'
import { actionsOf, age, codeTo, idOf, mailsTo, plain, result, send } from '../support/invited.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

describe('a mailed invitation', () => {
  async function invited(rows: (email: string) => string = (email) => `Tilda Rask, ${email}, Svets`, more = {}) {
    const team = await startTeam()
    const email = somebody('tilda')
    await send(team, rows(email), more)
    return { team, email, code: await codeTo(email) }
  }

  test('says who invites and to what, in the language of whoever invites, and leads to the page that says the rest', async () => {
    const team = await startTeam({ name: 'Plåt & Söner' })
    const email = somebody('tilda')
    await team.owner.post(`${team.path.replace('/sv/', '/en/')}/invitations/list`, { rows: email })
    const [mail] = await mailsTo(email)
    expect([mail!.subject, mail!.locale, mail!.lane, mail!.owner]).toEqual([
      'Anders Öst invites you to Navet',
      'en',
      1,
      null,
    ])
    expect(mail!.body).toContain(`\nhttp://navet.example/en/join/${await codeTo(email)}\n`)
    const page = plain(await new Browser().get(`/en/join/${await codeTo(email)}`))
    expect(page).toContain('Anders Öst invites you to Plåt &amp; Söner')
    expect(page).not.toContain(email)
  })

  test('takes its person in with team and on whose behalf, once, and forgets the address', async () => {
    const { team, email, code } = await invited(undefined, { onBehalf: 'yes' })
    const tilda = await signedIn(email)
    const page = await tilda.get(`/sv/join/${code}`)
    expect(page.text).toContain('value="Tilda Rask"')
    expect(plain(page)).toContain('Att du är med i teamet Svets')
    expect(plain(page)).toContain('Att du är konsult eller inhyrd')
    expect((await join(tilda, code, { name: 'Tilda Rask' })).status).toBe(303)
    const [member] = await db
      .select({ team: teams.name, onBehalf: memberships.onBehalf, id: memberships.id })
      .from(memberships)
      .innerJoin(teams, eq(teams.id, memberships.team))
      .where(and(eq(memberships.company, idOf(team)), eq(memberships.name, 'Tilda Rask')))
    expect(member).toMatchObject({ team: 'Svets', onBehalf: true })
    const [row] = await db.select().from(invitations).where(eq(invitations.code, code))
    expect(row).toMatchObject({ email: null, name: null, uses: 1, usesLeft: 0, membership: member!.id })
    expect((await new Browser().get(`/sv/join/${code}`)).status).toBe(404)
    expect(await result(team, email)).toContain('Redan med.')
  })

  test('passed on to a stranger says that it is somebody else’s, and not whose', async () => {
    const { team, email, code } = await invited()
    const stranger = await signedIn()
    const page = await stranger.get(`/sv/join/${code}`)
    expect(plain(page)).toContain('Inbjudan gäller en annan adress.')
    expect(page.text).not.toContain(email)
    for (const shown of [page, await new Browser().get(`/sv/join/${code}`)])
      expect(['Tilda', 'Svets'].filter((text) => shown.text.includes(text))).toEqual([])
    const tried = await stranger.post(`/sv/join/${code}`, { name: 'Främling', accept: 'yes', terms: '1' })
    expect([tried.status, plain(tried).includes('annan adress')]).toEqual([422, true])
    expect(await db.$count(memberships, eq(memberships.company, idOf(team)))).toBe(1)
    expect((await join(await signedIn(email), code)).status).toBe(303)
  })

  test('that was declined looks open until it runs out, and sends no more mail', async () => {
    const { team, email, code } = await invited()
    const other = somebody('nils')
    await send(team, `Nils Holm, ${other}`)
    const page = async () =>
      (await team.owner.get(`${team.path}/invitations`)).text
        .replaceAll(email, other)
        .replaceAll('Tilda Rask', 'Nils Holm')
        .replace(/name="key" value="[0-9a-f]{32}"/, '')
    const before = await page()
    const declined = await new Browser().post(`/sv/join/${code}/decline`, {})
    expect([declined.status, declined.location]).toEqual([303, `/sv/join/${code}/decline`])
    expect(plain(await new Browser().get(declined.location!))).toContain('Företaget får inte veta det')
    expect(await page()).toBe(before)
    expect(await result(team, email)).toContain('Redan inbjuden.')

    await age(email, 4)
    await age(other, 4)
    for (const each of [email, other]) {
      const again = await team.owner.post(`${team.path}/invitations/mail`, { email: each })
      expect(again.location).toBe(`${team.path}/invitations?said=mailed`)
    }
    expect([(await mailsTo(email)).length, (await mailsTo(other)).length]).toEqual([1, 2])

    // Withdrawn and invited anew: a no is a no.
    await team.owner.post(`${team.path}/invitations/withdrawal`, { email })
    await age(email, 4)
    expect(await result(team, email)).toContain('1 inbjuden.')
    expect(await mailsTo(email)).toHaveLength(1)
    const [fresh] = await db
      .select()
      .from(invitations)
      .where(and(eq(invitations.email, email), eq(invitations.sends, 1)))
    expect((await join(await signedIn(email), fresh!.code)).status).toBe(303)
  })

  test('is mailed again after three days, three times at the most, and withdrawing it changes nothing of that', async () => {
    const { team, email, code } = await invited()
    const again = async () =>
      (await team.owner.post(`${team.path}/invitations/mail`, { email })).location!.split('=')[1]
    expect(await again()).toBe('not-mailed')
    expect(plain(await team.owner.get(`${team.path}/invitations`))).toContain('Kan skickas igen')
    for (let times = 1; times <= 3; times += 1) {
      await age(email, 4)
      expect(await again()).toBe('mailed')
    }
    await age(email, 4)
    expect(await again()).toBe('not-mailed')
    expect(await mailsTo(email)).toHaveLength(4)
    expect((await mailsTo(email)).every(({ body }) => body.includes(code))).toBe(true)
    expect((await actionsOf(team)).filter((action) => action === 'invitation-sent-again')).toHaveLength(3)

    expect((await team.owner.post(`${team.path}/invitations/withdrawal`, { email })).location).toContain(
      'said=withdrawn',
    )
    expect((await team.owner.post(`${team.path}/invitations/withdrawal`, { email: somebody() })).location).toContain(
      'said=gone',
    )
    expect((await new Browser().get(`/sv/join/${code}`)).status).toBe(404)
    expect(await result(team, email)).toContain('Har redan fått så många mejl det går')
    expect(await mailsTo(email)).toHaveLength(4)
  })

  test('withdrawn by mistake rests for three days, and can then be made anew', async () => {
    const { team, email } = await invited()
    await team.owner.post(`${team.path}/invitations/withdrawal`, { email })
    expect(await result(team, email)).toContain('Kan bjudas in igen')
    await age(email, 4)
    expect(await result(team, email)).toContain('1 inbjuden.')
    expect(await mailsTo(email)).toHaveLength(2)
  })

  test('that ran out makes room for another', async () => {
    const { team, email } = await invited()
    await db
      .update(invitations)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(invitations.email, email))
    expect(await result(team, email)).toContain('1 inbjuden.')
  })
})
