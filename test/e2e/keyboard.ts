import { expect } from 'vitest'

import type { Person } from '../support/person.ts'

/** Presses Tab until something is focused, as somebody without a mouse does. */
export async function tabsTo({ page }: Person, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.locator(`${selector}:focus`).count()) return
  }
  throw new Error(`Tab never reached ${selector}`)
}

/** Begins again at the top of a question. */
export async function stepsInto({ page }: Person, id: string): Promise<void> {
  await page.evaluate(`document.querySelector('#q-${id}').setAttribute('tabindex', '-1')`).catch(() => undefined)
  await page.locator(`#q-${id}`).focus()
}

export async function presses({ page }: Person, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** The answered question, which has the focus; and a picture of it in both themes. */
export async function readsAnswer(person: Person, id: string): Promise<string> {
  const answer = person.page.locator(`section#q-${id}`)
  await answer.waitFor()
  if (person.in.script) expect(await person.page.locator(`section#q-${id}:focus`).count()).toBe(1)
  await person.looks(`-${id}-answered`)
  return answer.innerText()
}

export async function looksInDark(person: Person, what: string): Promise<void> {
  await person.page.emulateMedia({ colorScheme: 'dark' })
  await person.looks(`-dark${what}`)
  await person.page.emulateMedia({ colorScheme: 'light' })
}
