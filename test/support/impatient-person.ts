import { setTimeout as sleep } from 'node:timers/promises'

import type { Question } from '../../formats/catalogue/catalogue.ts'
import { type Fields, fieldsFor } from './form-fields.ts'

const longestAnswerMs = 30_000

export interface Answered {
  status: number
  location: string
  text: string
}

interface Asked {
  cookie?: string
  form?: Fields
}

/**
 * Asks again and again, as people do, while there is no answer or a 503 that says when to come again. Anything else but
 * what is wanted is a fault.
 */
export async function insist(url: string, wanted: number[], { cookie = '', form }: Asked = {}): Promise<Answered> {
  for (;;) {
    const answered = await ask(url, { cookie, ...(form ? { form } : {}) })
    if (answered && wanted.includes(answered.status)) return answered
    if (answered && !(answered.status === 503 && answered.retryAfter))
      throw new Error(`${answered.status} came from ${url}: ${answered.text.slice(0, 300)}`)
    await sleep(20 + Math.random() * 60)
  }
}

/** Undefined where the line broke before the answer was whole. */
async function ask(url: string, { cookie, form }: Asked): Promise<(Answered & { retryAfter: boolean }) | undefined> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(longestAnswerMs),
      headers: { cookie: cookie ?? '', origin: new URL(url).origin },
      ...(form ? { method: 'POST', body: bodyOf(form) } : {}),
    })
    const { status, headers } = response
    const text = await response.text()
    return { status, location: headers.get('location') ?? '', retryAfter: headers.has('retry-after'), text }
  } catch {
    return undefined
  }
}

function bodyOf(form: Fields): URLSearchParams {
  return new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
  )
}

/** A right answer to every question of the badge test on a page, as its form sends it. */
export async function rightSheet(page: string, pool: Question[], secret: string): Promise<Fields> {
  const ids = [...page.matchAll(/class="question" id="q-([^"]+)"/g)].map(([, id]) => id!)
  const sheets = ids.map((id) => {
    const question = pool.find((each) => each.id === id)
    if (!question) throw new Error(`the page asks ${id}, which is not in the pool`)
    return fieldsFor(question, {
      right: true,
      secret,
      names: { tokens: `q.${id}`, text: `t.${id}`, places: `p.${id}.` },
    })
  })
  return Object.assign({}, ...(await Promise.all(sheets))) as Fields
}
