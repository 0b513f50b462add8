import { createHash, createPublicKey, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Ajv2019 } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { JsonLdParser } from 'jsonld-streaming-parser'
import jwt from 'jsonwebtoken'
import { decode } from 'base58-universal'
import { RDFC10 } from 'rdfjs-c14n'
import { describe, expect, test } from 'vitest'

import { loadContext } from '../../../formats/credentials/contexts.ts'
import { didDocument, publicJwk } from '../../../worker/credentials/issuer.ts'
import { demoIssuer, facts, issuer, key, signed } from './written.ts'

const folder = process.env.STANDARDS_DIR ?? '../shared/standards'

describe.skipIf(!existsSync(join(folder, 'README.md')))('the 1EdTech JSON schema', () => {
  test.each([
    ['with nothing of the person', {}],
    ['with name and address', { holder: 'Åsa Öberg', emailHash: `sha256$${'a'.repeat(64)}`, emailSalt: 'salt' }],
  ])('is satisfied by a credential %s', async (_, more) => {
    const isValid = readSchema()
    const credential = JSON.parse((await signed(more)).json)
    expect(isValid(credential) || isValid.errors).toBe(true)
    expect(isValid({ ...credential, credentialSubject: {} })).toBe(false)
  })
})

/** Read by the test itself: the body of a skipped describe runs all the same. */
function readSchema() {
  const schema = JSON.parse(readFileSync(join(folder, 'achievementcredential.schema.json'), 'utf8'))
  const ajv = new Ajv2019({ strict: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
}

test('required members are there, and nothing of the person that was not chosen', async () => {
  const { json } = await signed()
  const credential = JSON.parse(json)
  expect(credential.type).toEqual(['VerifiableCredential', 'OpenBadgeCredential'])
  expect(credential.credentialSubject).not.toHaveProperty('identifier')
  expect(credential.issuer).toMatchObject({ id: 'did:web:navet.example', type: ['Profile'], name: 'Navet' })
  expect(credential.awardedDate).toBe('2026-11-24T00:00:00+01:00')
  expect(credential.proof).toHaveLength(1)
  expect(json).not.toMatch(/\s\s|: \{/)
})

test('a demo says so in its name, in its description and as its issuer', async () => {
  const { issuer: by, name, credentialSubject } = JSON.parse((await signed({}, demoIssuer)).json)
  expect(by.id).toMatch(/^did:key:z6Mk/)
  expect(name).toContain('(demo)')
  expect([by.name, credentialSubject.achievement.description].join()).toMatch(/inte utfärdat av hubben.*not issued by/s)
})

test('the same facts give the same bytes, and another holder others', async () => {
  const [once, again, other] = [await signed(), await signed(), await signed({ holder: 'Amira' })]
  expect(again.json).toBe(once.json)
  expect(other.json).not.toBe(once.json)
})

describe('the proof, by code that shares nothing with the signer', () => {
  test('holds over the canonical statements, and for no other document', async () => {
    const { proof, ...document } = JSON.parse((await signed()).json)
    expect(await holds(document, proof[0])).toBe(true)
    expect(await holds({ ...document, name: 'AI-general' }, proof[0])).toBe(false)
    const other = JSON.parse((await signed({ award: 'f'.repeat(32) })).json)
    expect(await holds(other, proof[0])).toBe(false)
  })

  async function holds(credential: Record<string, unknown>, { proofValue, ...options }: Proof) {
    const document: Record<string, unknown> = { ...credential }
    delete document.proof
    const hashes = await Promise.all([{ '@context': document['@context'], ...options }, document].map(canonicalHash))
    const [, method = ''] = options.verificationMethod.split('#')
    const multibase = didDocument(issuer, { keys: [key] }).verificationMethod.find(({ id }) => id.endsWith(method))
    const raw = decode(String(multibase && 'publicKeyMultibase' in multibase && multibase.publicKeyMultibase).slice(1))
    const x = Buffer.from(raw.slice(2)).toString('base64url')
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, Buffer.concat(hashes), publicKey, decode(proofValue.slice(1)))
  }

  async function canonicalHash(document: object): Promise<Buffer> {
    const parser = new JsonLdParser({
      documentLoader: { load: async (url) => (await loadContext(url)).document as never },
    })
    const quads: unknown[] = []
    const done = new Promise((resolve, reject) => {
      parser
        .on('data', (quad) => quads.push(quad))
        .on('end', resolve)
        .on('error', reject)
    })
    parser.write(JSON.stringify(document))
    parser.end()
    await done
    return createHash('sha256')
      .update(await new RDFC10().canonicalize(quads as never))
      .digest()
  }
})

interface Proof {
  proofValue: string
  verificationMethod: string
}

describe('the JWT, by a second library', () => {
  test('verifies with the key of did.json, with the claims the standard asks for', async () => {
    const { jwt: token, json } = await signed()
    const kid = jwt.decode(token, { complete: true })?.header.kid
    const method = didDocument(issuer, { keys: [key] }).verificationMethod.find(({ id }) => id === kid)
    const pem = createPublicKey({ key: publicJwkOf(method), format: 'jwk' })
    const claims = jwt.verify(token, pem, { algorithms: ['ES256'] })
    const { proof: _, ...document } = JSON.parse(json)
    expect(claims).toEqual({
      ...document,
      iss: 'did:web:navet.example',
      jti: document.id,
      sub: facts.subject,
      nbf: facts.validFrom.getTime() / 1000,
    })
    expect(() => jwt.verify(`${token.slice(0, -4)}AAAA`, pem)).toThrow('invalid signature')
  })

  test('of a demo carries its own key', async () => {
    const { jwt: token } = await signed({}, demoIssuer)
    expect(jwt.decode(token, { complete: true })?.header).toMatchObject({ typ: 'JWT', jwk: publicJwk(key) })
  })
})

function publicJwkOf(method: object | undefined) {
  if (!method || !('publicKeyJwk' in method)) throw new Error('no such key')
  return method.publicKeyJwk as ReturnType<typeof publicJwk>
}
