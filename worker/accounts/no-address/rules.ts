/** A name that no server answers for (RFC 6761), so that what is meant for it can reach nobody even by a mistake. */
export const noAddressDomain = 'no-address.invalid'

/** What stands for the address of an account that has none: it is never mailed, never shown, and signs in to nothing. */
export function noAddressOf(id: string): string {
  return `${id}@${noAddressDomain}`
}

/** An address that somebody has, or nothing where it only stands for none. */
export function realAddress(email: string): string | undefined {
  return email.endsWith(`@${noAddressDomain}`) ? undefined : email
}
