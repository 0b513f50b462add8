import type { BadgeView } from './badge-parts.tsx'

/** LinkedIn's form for a certificate, filled in. Read in several implementations; LinkedIn has no page about it. */
export function linkedInHref({ name, issuer, month, address, award }: LinkedInFields): string {
  const url = new URL('https://www.linkedin.com/profile/add')
  url.search = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name,
    organizationName: issuer.name,
    issueYear: month.slice(0, 4),
    issueMonth: String(Number(month.slice(5))),
    certUrl: address,
    certId: award,
  }).toString()
  return url.toString()
}

type LinkedInFields = Pick<BadgeView, 'name' | 'issuer' | 'month' | 'address' | 'award'>
