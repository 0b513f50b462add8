import { credentialsContext } from '../../formats/credentials/contexts.ts'
import type { Document } from '../../formats/credentials/data-integrity.ts'
import { encodeStatusList } from '../../formats/credentials/status-list.ts'
import type { Issuer } from './issuer.ts'

/** The credential at `/status/{list}` (Bitstring Status List 1.0, section 2.2): bits, and nothing of whose they are. */
export async function buildStatusList(
  { list, revoked, now }: { list: number; revoked: number[]; now: Date },
  issuer: Issuer,
): Promise<Document> {
  const id = `${issuer.url}/status/${list}`
  return {
    '@context': [credentialsContext],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuer.did,
    validFrom: `${now.toISOString().slice(0, 19)}Z`,
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: await encodeStatusList(revoked),
    },
  }
}
