import { locales, type Question } from '../../../worker/courses/catalogue.ts'
import type { OrderQuestion } from '../../../worker/questions/order.ts'

/**
 * Whether items of an order stand in other places than before: as they are written they stand right, so the key has
 * changed, which its language-neutral hash cannot hold. Words that are only mended move nothing.
 */
export function hasSwappedItems(old: Question, now: Question): boolean {
  return old.type === 'order' && now.type === 'order' && old.keyHash === now.keyHash && isReordered(old, now)
}

function isReordered(old: OrderQuestion, now: OrderQuestion): boolean {
  return locales.some((locale) => {
    const [before, after] = [old.text[locale].items.map(words), now.text[locale].items.map(words)]
    return after.some((item, i) => item !== before[i] && before.includes(item))
  })
}

/** What a reader reads, whatever marks it has. */
function words(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/[\s.!]+/g, ' ')
    .trim()
    .toLowerCase()
}
