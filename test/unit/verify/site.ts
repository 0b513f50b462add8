import { buildStatusList } from '../../../worker/credentials/build-status-list.ts'
import { didDocument, type Issuer } from '../../../worker/credentials/issuer.ts'
import { signDocument } from '../../../worker/credentials/sign-credential.ts'
import type { SigningKey } from '../../../worker/credentials/signing-keys.ts'
import { openSite, type Site } from '../../../web/client/verify/site.ts'
import type { Verdict } from '../../../web/client/verify/verdict.ts'
import { verifyFile } from '../../../web/client/verify/verify-file.ts'
import { facts, issuer, key, signed } from '../credentials/written.ts'

export const now = new Date('2026-11-24T12:00:00Z')

/** navet.example as a browser meets it, by path; `asked` tells what was fetched. */
export interface Served {
  site: Site
  files: Map<string, string>
  asked: string[]
  offline: boolean
}

export async function serve(
  by: Issuer = issuer,
  keys: SigningKey[] = [key],
  revoked: number[] = [],
  issuers = [by.did],
): Promise<Served> {
  const served: Served = { site: undefined as unknown as Site, files: new Map(), asked: [], offline: false }
  served.files.set('/.well-known/did.json', JSON.stringify(didDocument(by, { keys })))
  served.files.set('/status/1', await statusList(revoked, by))
  served.files.set(`/badges/${facts.award}.json`, (await signed({}, by)).json)
  served.site = openSite(
    by.url,
    async (address) => {
      served.asked.push(address)
      if (served.offline) throw new TypeError('Failed to fetch')
      const body = served.files.get(new URL(address).pathname)
      return new Response(body ?? 'nothing here', { status: body === undefined ? 404 : 200 })
    },
    issuers,
  )
  return served
}

export async function statusList(revoked: number[], by: Issuer = issuer, with_ = key): Promise<string> {
  return signDocument(await buildStatusList({ list: 1, revoked, now }, by), by, with_)
}

export const bytesOf = (text: string) => new TextEncoder().encode(text)

/** The three reasons, or the file's fault. */
export async function reasons(file: string | Uint8Array, { site }: Served, at = now): Promise<string[]> {
  const verdict = await verifyFile(typeof file === 'string' ? bytesOf(file) : file, site, at)
  return 'fault' in verdict ? [verdict.fault] : reasonsOf(verdict)
}

function reasonsOf({ intact, issuer: who, validity }: Verdict): string[] {
  return [intact.reason, who.reason, validity.reason]
}
