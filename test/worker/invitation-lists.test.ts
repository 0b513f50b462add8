import { and, eq, like } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { dayMs } from '../../worker/companies/invitations/rules.ts'
import { invitations, memberships, teams } from '../../worker/db/schema/companies.ts'
import { mostResults } from '../../worker/kept-forms/rules.ts'
import { keptForms } from '../../worker/db/schema/kept-forms.ts'
import { actionsOf, idOf, invitationsOf, mailsTo, plain, result, send, sendFile } from '../support/invited.ts'
import { signedIn, somebody } from '../support/people.ts'
import { join, startTeam } from '../support/teams.ts'
import { bindings, Browser, database } from '../support/worker.ts'

const db = database(bindings())

describe('a list', () => {
  test('invites each person once, and says of each line what became of it', async () => {
    const team = await startTeam()
    const mikael = somebody('mikael')
    await join(await signedIn(mikael), team.code, { name: 'Mikael Örn' })
    const [tilda, nils, vera] = [somebody('tilda'), somebody('nils'), somebody('vera')]
    const list = [
      `Tilda Rask, ${tilda}, Svets`,
      `Nils Holm; ${nils}; Kantpress`,
      mikael,
      `Vera Ek\t${vera.replace('.example', '.exampel')}`,
      tilda,
    ].join('\r\n')

    const page = await result(team, list)
    expect(page).toContain('2 inbjudna, 1 rad att rätta.')
    expect(page).toMatch(/Rad 1: Tilda Rask Inbjuden\. \S+ Hamnar i teamet Svets\./)
    expect(page).toContain('Rad 2: Nils Holm Inbjuden.')
    expect(page).toMatch(/Rad 3: \S+ Redan med\. Inget mejl\./)
    expect(page).toMatch(/Rad 4: Vera Ek Stoppad\. .*Menade du vera-[^ ]*@siljansplat\.example\?/)
    expect(page).toMatch(/Rad 5: \S+ Hoppades över\. Samma adress som på rad 1\./)
    expect(
      (
        await db
          .select()
          .from(teams)
          .where(eq(teams.company, idOf(team)))
      )
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['Kantpress', 'Svets'])
    expect((await mailsTo(tilda)).length).toBe(1)
    expect((await mailsTo(mikael)).length).toBe(0)
    expect((await actionsOf(team)).filter((action) => /invited|team/.test(action)).toSorted()).toEqual([
      'people-invited',
      'team-made',
      'team-made',
    ])
  })

  test('sent twice sends nothing new, and a result outlives a reload without a name in its address', async () => {
    const team = await startTeam()
    const tilda = somebody('tilda')
    const first = await send(team, `Tilda Rask, ${tilda}`)
    expect(plain(await team.owner.get(first.location!))).toContain('1 inbjuden.')
    expect(plain(await team.owner.get(first.location!))).toContain('1 inbjuden.')
    expect(await result(team, `Tilda Rask, ${tilda}`)).toContain('Redan inbjuden. ')
    expect(await mailsTo(tilda)).toHaveLength(1)

    const manager = await signedIn()
    await join(manager, team.code)
    expect((await manager.get(first.location!)).status).toBe(404)
    await db
      .update(memberships)
      .set({ role: 'manager' })
      .where(and(eq(memberships.company, idOf(team)), eq(memberships.role, 'member')))
    const others = await manager.get(first.location!)
    expect([others.status, others.location]).toEqual([303, `${team.path}/invitations?said=result-gone`])
    await db
      .update(keptForms)
      .set({ at: new Date(Date.now() - 3_700_000) })
      .where(like(keptForms.kind, 'list-result%'))
    expect((await team.owner.get(first.location!)).location).toBe(`${team.path}/invitations?said=result-gone`)
  })

  test('keeps its result beside those of the lists that are sent after it, and lets the oldest go once there are many', async () => {
    const team = await startTeam()
    const other = await startTeam()
    const sent: string[] = []
    for (let i = 0; i < mostResults; i += 1) sent.push((await send(team, `Rad ${i}`)).location!)
    expect((await team.owner.get(sent[0]!)).status).toBe(200)
    expect(plain(await team.owner.get(sent[0]!))).toContain(`i en timme, de ${mostResults} senaste.`)
    const elsewhere = (await send(other, 'Rad', {}, other.owner)).location!

    await send(team, 'En till')
    expect((await team.owner.get(sent[1]!)).status).toBe(200)
    expect((await other.owner.get(elsewhere)).status).toBe(200)
    const gone = await team.owner.get(sent[0]!)
    expect(gone.location).toBe(`${team.path}/invitations?said=result-gone`)
    expect(plain(await team.owner.get(gone.location!))).toContain(`i en timme, de ${mostResults} senaste.`)
  })

  test('is no form that waits to be sent: its result is neither sent as one nor thrown away', async () => {
    const team = await startTeam()
    const { location } = await send(team, `Tilda Rask, ${somebody('tilda')}`)
    const id = /results\/(\w+)$/.exec(location!)![1]
    const before = (await invitationsOf(team)).length
    for (const way of [`/sv/kept/${id}`, `/sv/kept/${id}/disposal`])
      expect((await team.owner.post(way, {})).status, way).toBe(404)
    expect(plain(await team.owner.get(location!))).toContain('1 inbjuden.')
    expect(await invitationsOf(team)).toHaveLength(before)
  })

  test('two people who send the same list at once invite each once', async () => {
    const team = await startTeam()
    const emails = Array.from({ length: 20 }, () => somebody('tilda'))
    await Promise.all([1, 2, 3].map(() => send(team, emails.join('\n'))))
    expect(await invitationsOf(team)).toHaveLength(20)
    expect((await Promise.all(emails.map(mailsTo))).map((sent) => sent.length)).toEqual(emails.map(() => 1))
  })

  test('only the lines that were stopped come back to be mended, and a sure press lets a strange domain through', async () => {
    const team = await startTeam()
    const odd = somebody('vera').replace('siljansplat', 'siljanplat')
    const good = Array.from({ length: 3 }, () => somebody('good'))
    const sent = await send(team, ['Namn;E-post', `Vera Ek;${odd}`, ...good.map((email) => `;${email}`)].join('\n'), {
      onBehalf: 'yes',
    })
    const page = await team.owner.get(sent.location!)
    const [, field] = /<textarea[^>]*>\n([^<]*)<\/textarea>/.exec(page.text)!
    expect(field).toBe(`Namn;E-post\nVera Ek;${odd}`)
    expect(page.text).toMatch(/name="onBehalf" value="yes" checked/)
    expect(await result(team, field!, { sure: 'yes', onBehalf: 'yes' })).toContain('1 inbjuden.')
    expect((await invitationsOf(team)).map(({ onBehalf }) => onBehalf)).toEqual([true, true, true, true])
  })

  test('its file holds no formula, whatever was in the list', async () => {
    const team = await startTeam()
    const sent = await send(team, `"=HYPERLINK(""https://x.example"")"; ${somebody()}; @team\n+46 70, =1+1\n-x`)
    const file = await team.owner.get(`${sent.location}/file`)
    expect(file.headers.get('content-type')).toBe('text/csv; charset=UTF-8')
    const cells = file.text.split('\r\n').flatMap((line) => line.split(/;(?=")/))
    expect(cells.filter((cell) => /^\uFEFF?"\s*[=+@-]/.test(cell))).toEqual([])
    expect(file.text).toContain(`"'=HYPERLINK(""https://x.example"")"`)
  })

  test.for([
    ['', 'Skriv minst en rad', 422],
    [' \r\n \r\n', 'Skriv minst en rad', 422],
    [Array.from({ length: 501 }, (_, n) => `p${n}@plat.example`).join('\n'), 'Listan har 501 personer', 422],
  ] as const)('that cannot be taken comes back whole with its reason: %#', async ([rows, reason, status]) => {
    const team = await startTeam()
    const answer = await send(team, rows)
    expect(answer.status).toBe(status)
    expect(plain(answer)).toContain(reason)
    expect(/<textarea[^>]*>\n([^<]*)<\/textarea>/.exec(answer.text)![1]).toBe(rows)
    expect(await invitationsOf(team)).toEqual([])
  })

  test('of 100,000 rows, and a file of many megabytes, is refused in a moment with nothing done', async () => {
    const team = await startTeam()
    const began = Date.now()
    const huge = await send(
      team,
      Array.from({ length: 100_000 }, (_, n) => `Person ${n}, p${n}@plat.example`).join('\n'),
    )
    expect([huge.status, huge.trips]).toEqual([413, 1])
    expect(plain(huge)).toContain('högst 500 personer')
    expect((await sendFile(team, new Uint8Array(3_000_000).fill(65))).status).toBe(413)
    const dense = await send(team, 'a@b.se\n'.repeat(40_000))
    expect([dense.status, /Listan har 40.000 personer/.test(plain(dense))]).toEqual([422, true])
    expect(Date.now() - began).toBeLessThan(5000)
    expect(await invitationsOf(team)).toEqual([])
  })

  test('of 500 people is taken within two seconds, in as many round trips as one of one', async () => {
    const team = await startTeam()
    const list = (count: number) =>
      Array.from({ length: count }, (_, n) => `Åsa Öberg ${n}, ${somebody('asa')}, Team ${n % 20}`).join('\n')
    const one = await send(team, list(1))
    const began = performance.now()
    const all = await send(team, list(500))
    expect(performance.now() - began).toBeLessThan(2000)
    expect([one.trips, all.trips]).toEqual([2, 2])
    const page = await team.owner.get(all.location!)
    expect([page.trips, plain(page).includes('500 inbjudna.')]).toEqual([1, true])
    const open = await team.owner.get(`${team.path}/invitations`)
    expect([open.trips, (open.text.match(/<li><h3>/g) ?? []).length]).toEqual([1, 100])
    expect((await team.owner.get(`${team.path}/invitations?page=6`)).text.match(/<li><h3>/g)).toHaveLength(1)
  })

  test('as a file is read in the encoding that it has; a workbook, a picture and two lists at once are refused with words', async () => {
    const team = await startTeam()
    const latin = (text: string) => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)))
    const email = somebody('asa')
    const sent = await sendFile(team, latin(`Namn;E-post\r\nÅsa Öberg;${email}\r\n`))
    expect(plain(await team.owner.get(sent.location!))).toContain('Rad 2: Åsa Öberg Inbjuden.')
    expect(plain(await sendFile(team, Uint8Array.of(0x50, 0x4b, 3, 4, 0), 'lista.xlsx'))).toContain('spara som CSV')
    expect(plain(await sendFile(team, Uint8Array.of(1, 0, 0, 0, 9), 'bild.png'))).toContain(
      'går inte att läsa som text',
    )
    expect(plain(await sendFile(team, latin(somebody()), 'a.txt', somebody()))).toContain('Skicka en åt gången')
  })

  test('is no matter for members, strangers and former managers', async () => {
    const team = await startTeam()
    const member = await signedIn()
    await join(member, team.code)
    for (const [browser, refused] of [
      [member, 403],
      [await signedIn(), 404],
    ] as const) {
      expect((await send(team, somebody(), {}, browser)).status).toBe(refused)
      expect((await browser.get(`${team.path}/invitations`)).status).toBe(404)
      expect((await browser.get(`${team.path}/invitations/poster`)).status).toBe(404)
      expect((await browser.get(`${team.path}/invitations/closing`)).status).toBe(404)
      expect((await browser.post(`${team.path}/invitations/closing`, {})).status).toBe(refused)
      expect((await browser.post(`${team.path}/invitations/mail`, { email: 'a@b.se' })).status).toBe(refused)
      expect((await browser.post(`${team.path}/invitations/withdrawal`, { email: 'a@b.se' })).status).toBe(refused)
    }
    expect((await new Browser().get(`${team.path}/invitations`)).status).toBe(303)
    expect(await invitationsOf(team)).toEqual([])
  })

  test('that would pass a limit is refused as a whole', async () => {
    const team = await startTeam()
    const at = new Date()
    const rows = Array.from({ length: 990 }, (_, n) => ({
      code: crypto.randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase(),
      company: idOf(team),
      createdBy: 'x',
      createdAt: at,
      expiresAt: new Date(at.getTime() + 30 * dayMs),
      usesLeft: 1,
      kind: 'mail' as const,
      email: `${n}-${somebody()}`,
      sentAt: at,
      sends: 1,
    }))
    for (let from = 0; from < rows.length; from += 99) await db.insert(invitations).values(rows.slice(from, from + 99))
    const answer = await send(team, Array.from({ length: 11 }, () => somebody()).join('\n'))
    expect([answer.status, plain(answer).includes('Fortsätt i morgon')]).toEqual([429, true])
    expect(await invitationsOf(team)).toHaveLength(990)
    expect((await send(team, Array.from({ length: 10 }, () => somebody()).join('\n'))).status).toBe(303)
  })
})
