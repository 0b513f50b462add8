import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import {
  contextHashes,
  credentialsContext,
  loadContext,
  openBadgesContext,
  UnknownContext,
} from '../../../formats/credentials/contexts.ts'
import { type Document, isProvenBy, makeProof, type Proof } from '../../../formats/credentials/data-integrity.ts'
import { readMultikey, writeMultikey } from '../../../formats/credentials/multikey.ts'

const folder = process.env.STANDARDS_DIR ?? '../shared/standards'
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))

describe.skipIf(!existsSync(join(folder, 'README.md')))('the published eddsa-rdfc-2022 test vectors', () => {
  const examples = 'https://www.w3.org/ns/credentials/examples/v2'
  const load = async (url: string) =>
    url === examples
      ? {
          documentUrl: url,
          contextUrl: undefined,
          document: { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
        }
      : loadContext(url)

  test('come out byte for byte', async () => {
    const { privateKeyMultibase } = read('vc-di-eddsa-keyPair.json')
    const unsigned: Document = read('vc-di-eddsa-unsigned.json')
    const { proof: published }: { proof: Proof } = read('vc-di-eddsa-rdfc-2022-signed.json')

    const proof = await makeProof(unsigned, published, signerOf(readMultikey('secret', privateKeyMultibase)!), load)

    expect(JSON.stringify(proof)).toBe(JSON.stringify(published))
  })

  test('verify, and not for a changed word', async () => {
    const { publicKeyMultibase } = read('vc-di-eddsa-keyPair.json')
    const { proof, ...document }: Document & { proof: Proof } = read('vc-di-eddsa-rdfc-2022-signed.json')
    const key = readMultikey('public', publicKeyMultibase)!

    expect(await isProvenBy(document, proof, key, load)).toBe(true)
    expect(await isProvenBy({ ...document, name: 'Alumni credential' }, proof, key, load)).toBe(false)
    expect(await isProvenBy(document, { ...proof, created: '2023-02-24T23:36:39Z' }, key, load)).toBe(false)
  })
})

describe('contexts', () => {
  test.each(Object.entries(contextHashes))('%s is the copy that was pinned', async (url, hash) => {
    const { document } = await loadContext(url)
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(document)))
    expect(Buffer.from(digest).toString('hex')).toBe(hash)
  })

  test('no other address is understood, and none is fetched', async () => {
    await expect(loadContext('https://example.org/context.json')).rejects.toThrow(UnknownContext)
    await expect(loadContext('constructor')).rejects.toThrow(UnknownContext)
  })

  test('a word that no context defines is not signed', async () => {
    const seed = crypto.getRandomValues(new Uint8Array(32))
    const document = {
      '@context': [credentialsContext, openBadgesContext],
      type: ['VerifiableCredential'],
      salary: '1',
    }
    const options = { created: '2026-11-24T00:00:00Z', verificationMethod: 'did:key:z#z' }
    await expect(makeProof(document, options, signerOf(seed))).rejects.toThrow(/Safe mode/)
  })
})

test('a Multikey is read back, and nothing else is', () => {
  const key = crypto.getRandomValues(new Uint8Array(32))
  expect(readMultikey('public', writeMultikey('public', key))).toEqual(key)
  expect(readMultikey('secret', writeMultikey('secret', key))).toEqual(key)
  expect(readMultikey('secret', writeMultikey('public', key))).toBeUndefined()
  expect(readMultikey('public', 'z6Mk')).toBeUndefined()
  expect(readMultikey('public', `z${'0'.repeat(47)}`)).toBeUndefined()
})

/** Ed25519 by Node's own OpenSSL. */
function signerOf(seed: Uint8Array) {
  const key = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
    format: 'der',
    type: 'pkcs8',
  })
  createPublicKey(key)
  return async (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, key))
}
