const minute = 60_000

export const codeMinutes = 15
export const codeTries = 5
export const hourMs = 60 * minute
export const codesPerHour = { address: 5, ip: 60, everywhere: 300 } as const
const nameLength = 80
/** Longest e-mail address that can be delivered to (RFC 5321). */
export const addressLength = 254

/** Only Cloudflare's own header says who asks; elsewhere anybody could write it, so all are counted together. */
export function codeSource(onCloudflare: boolean, connectingIp: string | null): { source: string; most: number } {
  return onCloudflare && connectingIp
    ? { source: connectingIp, most: codesPerHour.ip }
    : { source: 'everywhere', most: codesPerHour.everywhere }
}

export function codeExpiry(sentAt: Date): Date {
  return new Date(sentAt.getTime() + codeMinutes * minute)
}

/**
 * A path of this site to go on to, or undefined. Printable ASCII only: browsers drop tabs and line breaks, read `\` as
 * `/`, and take `//` for another host.
 */
export function safeNext(text: string | undefined): string | undefined {
  if (!text || text.length > 2000) return undefined
  return /^\/[\x21-\x7e]*$/.test(text) && !text.includes('//') && !text.includes('\\') ? text : undefined
}

/** Six digits, however they were set apart; undefined for anything else. */
export function readCode(text: string): string | undefined {
  const digits = text.replace(/[\s.-]/g, '')
  return /^[0-9]{6}$/.test(digits) ? digits : undefined
}

export type NameFault = 'required' | 'too-long' | 'odd-characters'

/** Control characters, and those that turn the direction of text or are not to be seen. */
const odd = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/u

/** A name without the space around it, or what is wrong with it. */
export function readName(text: string): { name: string } | { fault: NameFault } {
  if (odd.test(text)) return { fault: 'odd-characters' }

  const name = text.trim().normalize('NFC')
  if (name === '') return { fault: 'required' }
  return [...name].length > nameLength ? { fault: 'too-long' } : { name }
}
