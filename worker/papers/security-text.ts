const halfYearMs = 182 * 24 * 3_600_000

/**
 * Where to tell of a hole (RFC 9116). It expires half a year from now: whoever reads it reads it anew.
 * `address`: of the site, without a slash at its end.
 */
export function securityText({ contact, address, now }: { contact: string; address: string; now: Date }): string {
  return [
    `Contact: mailto:${contact}`,
    `Expires: ${new Date(now.getTime() + halfYearMs).toISOString()}`,
    'Preferred-Languages: sv, en',
    `Canonical: ${address}/.well-known/security.txt`,
    '',
  ].join('\n')
}
