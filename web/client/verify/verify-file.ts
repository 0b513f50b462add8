import { checkJwt } from './check-jwt.ts'
import { checkProof, isLackOfBrowser, type Signature } from './check-proof.ts'
import { checkValidity } from './check-validity.ts'
import { type Credential, readCredential } from './read-credential.ts'
import { readFile } from './read-file.ts'
import type { Site } from './site.ts'
import { type FileFault, found, outcomeOf, type Verdict } from './verdict.ts'

/**
 * Answers whether an Open Badges 3.0 file is intact, whose it is and whether it still holds. Nobody but the page's own
 * site is asked, and only for its keys and lists. Never throws.
 * @param bytes of a JSON, JWT, PNG or SVG file
 */
export async function verifyFile(bytes: Uint8Array, site: Site, now: Date): Promise<Verdict | { fault: FileFault }> {
  const content = readFile(bytes)
  if ('fault' in content) return content

  const credential = readCredential('jws' in content ? content.jws.payload : content.document)
  if (!credential) return { fault: 'not-a-badge' }
  try {
    const signature =
      'jws' in content
        ? await checkJwt(content.jws, credential, site)
        : await checkProof(content.document, credential.issuer.id, site)
    return await verdictOf(credential, signature, site, now)
  } catch (error) {
    if (isLackOfBrowser(error)) return { fault: 'browser-too-old' }
    throw error
  }
}

async function verdictOf(credential: Credential, signature: Signature, site: Site, now: Date): Promise<Verdict> {
  const isIntact = outcomeOf('intact', signature.intact) !== 'no'
  return {
    intact: signature.intact,
    issuer: isIntact ? signature.issuer : found('issuer-pointless'),
    validity: isIntact ? await checkValidity(credential, site, now) : found('validity-pointless'),
    says: {
      name: credential.name,
      issuer: credential.issuer.name || credential.issuer.id,
      day: credential.awarded,
      holder: credential.holder,
    },
  }
}
