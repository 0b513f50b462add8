import { checkJwt } from './check-jwt.ts'
import { checkProof, isLackOfBrowser, type Signature } from './check-proof.ts'
import { checkValidity } from './check-validity.ts'
import { compareServed } from './compare-served.ts'
import { type Credential, readCredential } from './read-credential.ts'
import { type Content, readFile } from './read-file.ts'
import { type Claims, readJwt } from './read-jwt.ts'
import type { Fields } from './reader.ts'
import type { Site } from './site.ts'
import { type FileFault, found, outcomeOf, type Verdict } from './verdict.ts'

/**
 * Answers whether an Open Badges 3.0 file is intact, whose it is and whether it still holds. Nobody but the page's own
 * site is asked, and only for its keys, lists and badges. Never throws.
 * @param bytes of a JSON, JWT, PNG or SVG file
 */
export async function verifyFile(bytes: Uint8Array, site: Site, now: Date): Promise<Verdict | { fault: FileFault }> {
  const content = readFile(bytes)
  if ('fault' in content) return content

  const read = readContent(content)
  if (!read) return { fault: 'not-a-badge' }
  const { credential } = read
  try {
    const signature =
      'jws' in content
        ? await checkJwt(content.jws, read.claims, credential, site)
        : await checkProof(content.document, credential.issuer.id, site, now)
    return await verdictOf(read, signature, site, now)
  } catch (error) {
    if (isLackOfBrowser(error)) return { fault: 'browser-too-old' }
    throw error
  }
}

interface Read {
  credential: Credential
  /** Without its proof and the claims of a JWT. */
  document: Fields
  claims: Claims
  isPresented: boolean
}

function readContent(content: Exclude<Content, { fault: FileFault }>): Read | undefined {
  const { isPresented } = content
  if ('jws' in content) {
    const { claims, document, unread } = readJwt(content.jws.payload)
    const credential = readCredential(document, unread)
    return credential && { credential, document, claims, isPresented }
  }
  const { proof: _, ...document } = content.document
  const credential = readCredential(content.document)
  return credential && { credential, document, claims: {}, isPresented }
}

async function verdictOf(read: Read, signature: Signature, site: Site, now: Date): Promise<Verdict> {
  const { credential, document, claims, isPresented } = read
  const isChanged = outcomeOf('intact', signature.intact) === 'no'
  const issuer = provenIssuer(signature)
  const stands = isChanged
    ? found<'validity'>('validity-pointless')
    : await checkValidity(credential, claims, site, now)
  const validity = signature.fits || outcomeOf('validity', stands) !== 'yes' ? stands : found<'validity'>('unproven')
  const isOurs = outcomeOf('issuer', issuer) === 'yes'
  return {
    intact: signature.intact,
    issuer,
    validity: isOurs ? await compareServed(document, credential, validity, site) : validity,
    says: {
      name: credential.name,
      issuer: credential.issuer.name || credential.issuer.id,
      day: credential.awarded,
      holder: credential.holder,
      isPresented,
    },
  }
}

/** A "yes" is for a signature that fits and for nothing else: whoever changes a file may leave its old signature in it. */
function provenIssuer({ intact, issuer, fits }: Signature): Verdict['issuer'] {
  const isChanged = outcomeOf('intact', intact) === 'no'
  return isChanged || (!fits && outcomeOf('issuer', issuer) === 'yes') ? found('issuer-pointless') : issuer
}
