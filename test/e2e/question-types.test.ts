import { expect, test } from 'vitest'

import { onDevServer } from './on-dev-server.ts'
import { looksInDark, presses, readsAnswer, stepsInto, tabsTo } from './keyboard.ts'

const lesson = '/courses/all-types/every-type'
const { arrives, server } = onDevServer()

test('an order is put right with the keyboard: the focus stays, every move is said, untouched is unanswered', async () => {
  const amira = await arrives('amira', true)
  await amira.opens(lesson)
  await looksInDark(amira, '-lesson')
  const items = amira.page.locator('#q-send-order .order__item')
  await tabsTo(amira, '#q-send-order .question__foot button')
  await presses(amira, 'Enter')
  await amira.page.waitForSelector('#error-send-order')
  expect(await amira.text()).toContain('Du har inte satt raderna i ordning än')
  await amira.looks('-untouched')

  const wanted = ['Läs hela', 'Stryk under', 'Kontrollera', 'Skicka']
  for (const [place, beginning] of wanted.entries()) {
    const isThere = async () => (await items.nth(place).innerText()).includes(beginning)
    if (await isThere()) continue
    const id = await items.filter({ hasText: beginning }).locator('[value="up"]').getAttribute('id')
    await stepsInto(amira, 'send-order')
    await tabsTo(amira, `[id="${id}"]`)
    while (!(await isThere())) await presses(amira, 'Enter')
    expect(await amira.page.locator(`[id="${id}"]:focus`).count()).toBe(1)
    expect(await amira.page.locator('#q-send-order [role="status"]').innerText()).toMatch(
      new RegExp(`^${beginning}.*: plats ${place + 1} av 4$`),
    )
  }
  await amira.looks('-ordered')
  await looksInDark(amira, '-ordered')
  await tabsTo(amira, '#q-send-order .question__foot button')
  await presses(amira, 'Enter')
  expect(await readsAnswer(amira, 'send-order')).toContain('Rätt. Läsningen visar')

  await amira.opens(lesson)
  await amira.page.waitForSelector('section#q-send-order')
  expect(await amira.text()).toContain('Du valde plats 1')
  await amira.leaves()
})

test('an order is moved with the pointer as well, and a wrong one is shown beside the right one', async () => {
  const bo = await arrives('bo', true, 'en')
  await bo.opens(lesson)
  // To the very top: wrong whichever sequence was drawn.
  const sending = bo.page.locator('#q-send-order .order__item', { hasText: 'Send the answer' })
  for (let presses = 0; presses < 4; presses += 1) await sending.locator('[value="up"]').click()
  await bo.page.locator('#q-send-order .question__foot button').click()
  const said = await readsAnswer(bo, 'send-order')
  expect(said).toContain('Not right this time')
  expect(said).toMatch(/1\. Read the whole[\s\S]*4\. Send the answer/)
  expect(said).toContain('Read first and check next.')
  await looksInDark(bo, '-order-wrong')
  await bo.leaves()
})

test('faulty sentences are marked with the keyboard, and each sentence tells what the eye made of it', async () => {
  const amira = await arrives('amira-spots', true)
  await amira.opens(lesson)
  await tabsTo(amira, '#q-leave-faults input')
  await presses(amira, 'Space', 'Tab', 'Space')
  await looksInDark(amira, '-spot')
  await tabsTo(amira, '#q-leave-faults .question__foot button')
  await presses(amira, 'Enter')
  const said = await readsAnswer(amira, 'leave-faults')
  expect(said).toMatch(/Ska inte markeras\s+Din markering\s+Semesterlagen/)
  expect(said).toMatch(/Ska markeras, och du hittade den\s+Din markering\s+Du har rätt/)
  expect(said).toMatch(/Ska inte markeras\s+Chefen/)
  expect(said).toMatch(/Ska markeras, men du missade den\s+Lagen skrevs/)
  await looksInDark(amira, '-spot-answered')
  await amira.leaves()
})

test('cards are put on rows with the keyboard: every move is said, a card is taken back, the right pairs are shown', async () => {
  const amira = await arrives('amira-matches', true)
  await amira.opens(lesson)
  const question = amira.page.locator('#q-what-to-do')
  const [slots, said] = [question.locator('.match__slot'), question.locator('[role="status"]')]
  await amira.page.waitForSelector('match-cards[data-live]')
  const puts = async (words: string, row: number) => {
    const card = await question.locator('.card', { hasText: words }).getAttribute('value')
    await stepsInto(amira, 'what-to-do')
    await tabsTo(amira, `.card[value="${card}"]`)
    await presses(amira, 'Enter')
    await stepsInto(amira, 'what-to-do')
    await tabsTo(amira, `[id="${await slots.nth(row).getAttribute('id')}"]`)
    await presses(amira, 'Space')
  }
  await puts('Lägg på', 0)
  expect(await said.innerText()).toBe('Lägg på: ligger på rad 1')
  await presses(amira, 'Enter')
  expect(await said.innerText()).toBe('Lägg på: ligger bland korten igen')
  expect(await amira.page.locator('.card:focus').innerText()).toBe('Lägg på')
  await puts('Ring på', 0)
  await puts('Svara att', 1)
  await looksInDark(amira, '-match')
  await question.locator('.card', { hasText: 'Låt två' }).dragTo(slots.nth(2))
  expect(await slots.allInnerTexts()).toEqual([
    'Ring på numret ni redan har',
    'Svara att du gör det i morgon',
    'Låt två personer godkänna',
  ])
  await tabsTo(amira, '#q-what-to-do .question__foot button')
  await presses(amira, 'Enter')
  const answer = await readsAnswer(amira, 'what-to-do')
  expect(answer).toMatch(/Rätt par[\s\S]*Inte ett par[\s\S]*Svara att[\s\S]*Hit hör: Lägg på[\s\S]*Rätt par/)
  await looksInDark(amira, '-match-answered')

  await amira.opens(lesson)
  await amira.page.waitForSelector('section#q-what-to-do')
  await amira.leaves()
})

test('without JavaScript every type is answered with native fields, and what is wrong is said with all kept', async () => {
  const bo = await arrives('bo-plain', false, 'en')
  await bo.opens(lesson)
  const places = bo.page.locator('#q-send-order select')
  const items = await bo.page.locator('#q-send-order .order__item label').allInnerTexts()
  const order = ['Read the', 'Underline', 'Check what', 'Send'].map((words) =>
    items.findIndex((item) => item.startsWith(words)),
  )
  await tabsTo(bo, '#q-send-order select')
  await presses(bo, '1', 'Tab', '1', 'Tab', '3', 'Tab', '4')
  await tabsTo(bo, '#q-send-order .question__foot button')
  await presses(bo, 'Enter')
  await bo.page.waitForSelector('#error-send-order')
  expect(await bo.text()).toContain('Two lines have the same place')
  expect(await places.evaluateAll((all) => all.map((each) => (each as unknown as { value: string }).value))).toEqual([
    '1',
    '1',
    '3',
    '4',
  ])
  await bo.looks('-doubled')

  await tabsTo(bo, '#q-send-order select')
  for (let i = 0; i < 4; i += 1) await presses(bo, String(order.indexOf(i) + 1), 'Tab')
  await presses(bo, 'Enter')
  expect(await readsAnswer(bo, 'send-order')).toContain('Reading shows what has to be checked')

  await bo.opens(lesson)
  await tabsTo(bo, '#typed-three-hours')
  await bo.page.keyboard.type('3.900')
  await presses(bo, 'Enter')
  await bo.page.waitForSelector('#error-three-hours')
  expect(await bo.text()).toContain('Write 3900 or 3.9')
  await tabsTo(bo, '#typed-three-hours')
  await presses(bo, 'Control+a')
  await bo.page.keyboard.type('3,900')
  await presses(bo, 'Enter')
  expect(await readsAnswer(bo, 'three-hours')).toContain('Correct.')

  await bo.opens(lesson)
  await tabsTo(bo, '#typed-missing-word')
  await bo.page.keyboard.type('number')
  await presses(bo, 'Enter')
  expect(await readsAnswer(bo, 'missing-word')).toMatch(/number[\s\S]*Correct answer[\s\S]*source/)

  await bo.opens(lesson)
  await tabsTo(bo, '#q-leave-faults input')
  await presses(bo, 'Tab', 'Space', 'Tab', 'Tab', 'Space')
  await tabsTo(bo, '#q-leave-faults .question__foot button')
  await presses(bo, 'Enter')
  expect(await readsAnswer(bo, 'leave-faults')).toContain('Correct.')

  await bo.opens(lesson)
  await tabsTo(bo, '#q-what-to-do select')
  await presses(bo, 'c', 'Tab', 'h', 'Tab', 'l')
  await bo.looks('-matched')
  await tabsTo(bo, '#q-what-to-do .question__foot button')
  await presses(bo, 'Enter')
  expect(await readsAnswer(bo, 'what-to-do')).toContain('Correct.')
  await bo.leaves()
})

test('a badge test with every type is left and resumed, sent back where it cannot be read, and handed in', async () => {
  const amira = await arrives('amira-test', true)
  await amira.page.goto(`${server().base}/sv/sign-in`)
  await amira.types('email', 'amira@types.example')
  await amira.presses('main form button')
  await amira.page.waitForURL(/sign-in\/code/)
  await amira.types('code', await server().code())
  await amira.presses('main form button')
  await expect.poll(() => amira.path()).not.toContain('/sign-in')
  const opensTest = async () => {
    await amira.page.goto(`${server().base}/sv/courses/all-types/badge`)
    await amira.presses('main form button')
    await amira.page.waitForURL(/badge\/attempts\//)
  }
  await opensTest()
  await amira.looks('-test')

  const saved = amira.page.waitForResponse((response) => response.request().method() === 'POST')
  for (const field of await amira.page.locator('.input--number').all()) await field.fill('3,900')
  for (const list of await amira.page.locator('order-list').all()) await list.locator('[value="down"]').first().click()
  // Every sentence, and that there is none to mark: that cannot be read.
  for (const box of await amira.page.locator('fieldset:has(.passage) input').all()) await box.check()
  for (const cards of await amira.page.locator('match-cards').all())
    for (const slot of await cards.locator('.match__slot').all()) {
      await cards.locator('.card:visible').first().click()
      await slot.click()
    }
  await saved
  await amira.page.waitForFunction("document.querySelector('.test-said').textContent !== ''")
  await opensTest()
  for (const slot of await amira.page.locator('.match__slot').all())
    expect(await slot.getAttribute('class')).toContain('is-filled')
  const typed = amira.page.locator('.input--number')
  const passages = amira.page.locator('fieldset:has(.passage)')
  const faulty = (await typed.count()) + (await passages.count())
  for (const field of await typed.all()) expect(await field.inputValue()).toBe('3,900')
  expect(await amira.page.locator('order-list[data-placed]').count()).toBe(
    await amira.page.locator('order-list').count(),
  )

  await amira.presses('button[value="hand-in"]')
  await amira.page.waitForURL(faulty > 0 ? /mend=1/ : /hand-in$/)
  await amira.looks('-test-sent-back')
  if (faulty > 0) {
    expect(await amira.text()).toContain('Inget är inlämnat än.')
    expect(await amira.page.locator('.errors a').count()).toBe(faulty)
    for (const field of await typed.all()) await field.fill('3900')
    for (const passage of await passages.all()) await passage.locator('input').last().uncheck()
    await amira.presses('button[value="hand-in"]')
    await amira.page.waitForURL(/hand-in$/)
  }
  await amira.looks('-test-hand-in')
  await amira.presses('main form button')
  await amira.page.waitForSelector('.answer')
  expect(await amira.page.locator('.answer').count()).toBe(10)
  await amira.looks('-test-reviewed')
  await looksInDark(amira, '-test-reviewed')
  await amira.leaves()
})
