import { expect, test } from 'vitest'

import { CoursesFolder, sv } from './courses.ts'

const first = 'Amira sköter offerter'

function listOf(...items: string[]): string {
  const list = items.map((item, i) => `${i + 1}. ${item}`).join('\n')
  const { body } = new CoursesFolder().edit(sv, first, `${list}\n\n${first}`).lesson()
  return /<ol>[^]*?<\/ol>/.exec(body.sv)![0]
}

test('bold words that begin every item of a numbered list, and say something by themselves, stand on a line of their own', () => {
  for (const end of ['.', ':', '?', '!']) {
    const html = listOf(`**Lägg på${end}** Mitt i *en* **mening**.`, `**Ring upp${end}** På numret i listan.`)
    expect(html.match(/<strong class="lead-in">/g)).toHaveLength(2)
    expect(html).toContain('<strong>mening</strong>')
  }
})

test('bold words that a sentence goes on from stay in it, in the whole list', () => {
  for (const item of ['**Lägg på**, mitt i en mening.', 'Lägg **på.** Nu.', 'Lägg på.'])
    expect(listOf(item, '**Ring upp.** På numret i listan.')).not.toContain('lead-in')
})
