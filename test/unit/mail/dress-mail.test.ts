import { describe, expect, test } from 'vitest'

import { mailKinds } from '../../../worker/mail/rules.ts'
import { sampleMails } from '../../support/sample-mails.ts'

const mails = await sampleMails()

test('every kind of mail is looked at, in both languages', () => {
  const seen = new Set(mails.map(({ kind, locale }) => `${kind} ${locale}`))
  expect(seen.size).toBe(2 * mailKinds.length)
})

/** The words of HTML, as a person reads them. */
function wordsOf(html: string): string[] {
  const named: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
  return html
    .replace(/<head>[\s\S]*<\/head>/, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => named[entity]!)
    .split(/\s+/)
    .filter(Boolean)
}

describe.each(mails.map((mail) => [mail.name, mail] as const))('%s', (_name, mail) => {
  test('says the same in text and in HTML', () => {
    const inHtml = new Set(wordsOf(mail.html))
    const inText = mail.text.split(/\s+/).filter((word) => word && !/^https?:/.test(word))
    // The address of Navet and the link that says no stand in the HTML under words.
    expect(inText.filter((word) => !inHtml.has(word) && !inHtml.has(word.replace(/:$/, '')))).toEqual([])
    for (const [link] of mail.text.matchAll(/https:\S+/g)) {
      expect(mail.html).toContain(`href="${link.replaceAll('&', '&amp;')}"`)
    }
  })

  test('fetches nothing and runs nothing, and is named in its own language', () => {
    expect(mail.html).not.toMatch(/<img|<link|<script|src=|url\(|@import|@font-face/i)
    expect(mail.html).toContain(`<html lang="${mail.locale}">`)
    expect(mail.headers['Content-Language']).toBe(mail.locale)
    expect(Buffer.byteLength(mail.html)).toBeLessThan(10_000)
  })

  test('can be read in a notification: a code is the first there is, in the subject and in the words', () => {
    expect(mail.subject).not.toMatch(/[{}\n]/)
    expect(mail.subject.length).toBeLessThan(80)
    if (mail.lane !== 'codes') return
    const [, code] = /^(\d{6}) /.exec(mail.subject)!
    expect(mail.text.startsWith(`${code} `)).toBe(true)
    expect(wordsOf(mail.html)[0]).toBe(code)
  })

  test('says why it came, and only a letter how to get no more', () => {
    expect(mail.text).toMatch(/\n(Du får|You get)/)
    expect('List-Unsubscribe' in mail.headers).toBe(mail.lane === 'letters')
    expect(mail.html.includes('/mails/off/')).toBe(mail.lane === 'letters')
  })
})
