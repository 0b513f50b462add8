import { verifyCredential } from '@digitalcredentials/verifier-core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { buildStatusList } from '../../../worker/credentials/build-status-list.ts'
import { didDocument, issuerOf } from '../../../worker/credentials/issuer.ts'
import { signDocument } from '../../../worker/credentials/sign-credential.ts'
import type { SigningKey } from '../../../worker/credentials/signing-keys.ts'
import { makeKey, retired } from '../../../tools/keys/make-key.ts'
import { facts, issuer, key, signed } from './written.ts'

// The verifier of the Digital Credentials Consortium, with our host answered from here and no other host there is.
const schema = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'
const served = new Map<string, string>()

beforeEach(async () => {
  serveDid(issuer, [key])
  // It also wants the schema, which another test holds our credentials against.
  served.set(schema, '{}')
  served.set('https://navet.example/status/1', await statusList([]))
  vi.stubGlobal('fetch', async (input: Request | string) => {
    const body = served.get(typeof input === 'string' ? input : input.url)
    return new Response(body ?? 'nothing here', {
      status: body ? 200 : 404,
      headers: { 'content-type': 'application/json' },
    })
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
  served.clear()
})

test('finds our credential intact, issued by our did:web and not revoked', async () => {
  const { log } = await verified((await signed()).json)
  expect(log).toMatchObject({ valid_signature: true, revocation_status: true })
})

test('finds a changed one invalid', async () => {
  const { log, error } = await verified((await signed()).json.replace('AI Checker', 'AI Chequer'))
  expect(log.valid_signature ?? false).toBe(false)
  expect(error).toBe('invalid_signature')
})

test('finds one whose bit is set revoked', async () => {
  served.set('https://navet.example/status/1', await statusList([facts.statusIndex]))
  const { log } = await verified((await signed()).json)
  expect(log).toMatchObject({ valid_signature: true, revocation_status: false })
})

test('finds one that has ended expired', async () => {
  const { proof: _, ...document } = JSON.parse((await signed()).json)
  const ended = await signDocument({ ...document, validUntil: '2026-11-24T00:00:01Z' }, issuer, key)
  const lasting = await signDocument({ ...document, validUntil: '2999-01-01T00:00:00Z' }, issuer, key)
  expect((await verified(lasting)).log).toMatchObject({ valid_signature: true, expiration: true })
  expect((await verified(ended)).log).toMatchObject({ valid_signature: true, expiration: false })
})

test('still accepts what a rotated key signed, and refuses it once the key is gone from did.json', async () => {
  // Hosts of their own, since the verifier remembers what it read.
  const next = makeKey(new Date())
  const [rotated, revoked] = ['rotated', 'revoked'].map((name) =>
    issuerOf({ BASE_URL: `https://${name}.example`, ISSUER_NAME: 'Navet' }, key),
  )
  serveDid(rotated!, [retired(key), next])
  expect((await verified((await signed({}, rotated)).json)).log).toMatchObject({ valid_signature: true })

  serveDid(revoked!, [next])
  expect((await verified((await signed({}, revoked)).json)).log.valid_signature ?? false).toBe(false)
})

function serveDid(by: typeof issuer, keys: SigningKey[]): void {
  served.set(`${by.url}/.well-known/did.json`, JSON.stringify(didDocument(by, { keys })))
}

async function statusList(revoked: number[]): Promise<string> {
  const document = await buildStatusList({ list: 1, revoked, now: new Date('2026-11-24T00:00:00Z') }, issuer)
  return signDocument(document, issuer, key)
}

async function verified(json: string) {
  const result = await verifyCredential({ credential: JSON.parse(json), knownDIDRegistries: [] })
  const log = Object.fromEntries((result.log ?? []).map(({ id, valid }) => [id, valid]))
  return { log, error: result.errors?.[0]?.name }
}
