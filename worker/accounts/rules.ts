const minute = 60_000

export const hourMs = 60 * minute
const dayMs = 24 * hourMs
const nameLength = 80
/** Longest e-mail address that can be delivered to (RFC 5321). */
export const addressLength = 254

/**
 * An address out of what was typed or pasted: from a mail program's `Anders <a@b.se>`, a link or a list, in lower case,
 * with a domain of å, ä, ö as mail servers write it. Whether it is one is for others to say.
 */
export function readAddress(text: string): string {
  const shown = text.slice(0, 1000).replace(/\p{Cf}/gu, '')
  const [, inAngles] = /<([^<>]*)>/.exec(shown) ?? []
  const address = (inAngles ?? shown)
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[\s,;.]+$/, '')
    .toLowerCase()
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  const isForeign = /^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) && /[^\p{ASCII}]/u.test(domain)
  if (at < 1 || !isForeign || !URL.canParse(`https://${domain}`)) return address
  return `${address.slice(0, at)}@${new URL(`https://${domain}`).hostname}`
}

/** For so many days a removed address may be put back by who reads its mail. */
export const returnDays = 7

export function returnUntil(removedAt: Date): Date {
  return new Date(removedAt.getTime() + returnDays * dayMs)
}

/** An address that has long been the account's vouches for good: a former employer's mailbox cannot put itself back. */
export function mayReturn(vouchedSince: Date, now: Date): boolean {
  return now.getTime() - vouchedSince.getTime() <= returnDays * dayMs
}

/**
 * A path of this site to go on to, or undefined. Printable ASCII only: browsers drop tabs and line breaks, read `\` as
 * `/`, and take `//` for another host.
 */
export function safeNext(text: string | undefined): string | undefined {
  if (!text || text.length > 2000) return undefined
  return /^\/[\x21-\x7e]*$/.test(text) && !text.includes('//') && !text.includes('\\') ? text : undefined
}

export type NameFault = 'required' | 'too-long' | 'odd-characters' | 'no-letter'

/** Signs that nobody sees or that are no text: controls, formats, fillers, blank braille, halves of pairs, private use. */
const unseen = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800\u2028\u2029]/u
const stacked = /\p{M}{4}/u

/** Scripts that write joiners inside words. */
const joining =
  'Arabic Syriac Mandaic Mongolian Nko Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Tibetan'
    .split(' ')
    .map((script) => `(?=[\\p{L}\\p{M}])\\p{Script=${script}}`)
/** A joiner where one belongs: between two letters (with their marks) of one such script. */
const joiner = new RegExp(joining.map((letter) => `(?<=${letter})[\\u200C\\u200D](?=${letter})`).join('|'), 'gu')

/**
 * The one rule for names of people, companies and holders: NFC, one space where there are several or other kinds, at
 * least one letter, nothing that is not seen, 80 characters. The name, or what is wrong with it.
 */
export function readName(text: string): { name: string } | { fault: NameFault } {
  const name = text
    .replace(/\p{Zs}+/gu, ' ')
    .replace(/^ | $/g, '')
    .normalize('NFC')
  if (name === '') return { fault: 'required' }
  if (hasUnseen(name)) return { fault: 'odd-characters' }
  if (!/\p{L}/u.test(name)) return { fault: 'no-letter' }
  return [...name].length > nameLength ? { fault: 'too-long' } : { name }
}

/** Whether there is anything in a text that nobody sees, or that is piled up over its line. */
export function hasUnseen(text: string): boolean {
  return unseen.test(text.replace(joiner, '')) || stacked.test(text)
}
