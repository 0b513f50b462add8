import { eq } from 'drizzle-orm'
import { expect } from 'vitest'

import type { ChoiceQuestion } from '../../worker/questions/choice.ts'
import type { Database } from '../../worker/db/client.ts'
import { questionVersions } from '../../worker/db/schema/courses.ts'
import { course } from './lessons.ts'
import type { Browser } from './worker.ts'

const start = `/sv/courses/${course}/badge`

/** Takes the badge test and answers everything rightly, by the key as it is stored. */
export async function earnBadge(browser: Browser, db: Database): Promise<void> {
  const path = (await browser.post(`${start}/attempts`, {})).location!
  const { text } = await browser.get(path)
  const sheet: Record<string, string> = {}
  for (const [, name, token, words] of text.matchAll(
    /name="q\.([^"]+)" value="([^"]+)"[^>]*\/><span>([\s\S]*?)<\/span>/g,
  )) {
    const [row] = await db.select().from(questionVersions).where(eq(questionVersions.question, name!))
    const question = row!.content as ChoiceQuestion
    if (question.text.sv.options[question.key[0]!]!.text === words) sheet[`q.${name}`] = token!
  }
  expect((await browser.post(`${path}/submission`, sheet)).status).toBe(303)
}
