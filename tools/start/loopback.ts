/** A name or address of this machine that no other machine reaches. */
export function isLoopback(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[?::1\]?)$/i.test(host)
}
