import { createHmac } from 'node:crypto'

import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import * as base64url from 'jose/base64url'
import { expect, test } from 'vitest'

import { makeKey, retired } from '../../../tools/keys/make-key.ts'
import { bakePng } from '../../../formats/png/png.ts'
import { writeChunk } from '../../../formats/png/png-chunks.ts'
import { bakeSvg } from '../../../formats/xml/svg.ts'
import { didDocument, issuerOf } from '../../../worker/credentials/issuer.ts'
import { signDocument } from '../../../worker/credentials/sign-credential.ts'
import { demoIssuer, facts, issuer, key, signed } from '../credentials/written.ts'
import { bytesOf, now, reasons, serve, statusList } from './site.ts'

const { json, jwt } = await signed()
const good = ['intact', 'here', 'valid']
const other = makeKey(new Date('2026-11-24'))
const otherIssuer = issuerOf({ BASE_URL: 'https://other.example', ISSUER_NAME: 'Other' }, other)

/** A picture of one pixel. */
const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1v1z"/></svg>'

test('our badge is intact, ours and valid, in each of its four files', async () => {
  const served = await serve()
  expect(await reasons(json, served)).toEqual(good)
  expect(await reasons(jwt, served)).toEqual(good)
  for (const credential of [json, jwt]) {
    expect(await reasons(bakePng(png, credential), served)).toEqual(good)
    expect(await reasons(bakeSvg(svg, credential), served)).toEqual(good)
  }
  expect(new Set(served.asked)).toEqual(
    new Set([
      'https://navet.example/.well-known/did.json',
      'https://navet.example/status/1',
      `https://navet.example/badges/${facts.award}.json`,
    ]),
  )
})

test('a badge of a did:key is checked with nothing but the file and its list', async () => {
  const served = await serve(demoIssuer)
  expect(await reasons((await signed({}, demoIssuer)).json, served)).toEqual(['intact', 'listed', 'valid'])
  expect(await reasons((await signed({}, demoIssuer)).jwt, served)).toEqual(['intact', 'own-key', 'valid'])
})

test('one changed byte anywhere in the JSON is refused: every byte is tried', async () => {
  const served = await serve()
  expect(await survivors(json, served)).toEqual([])
}, 300_000)

test('one changed byte anywhere in the JWT is refused: every byte is tried', async () => {
  const served = await serve()
  expect(await survivors(jwt, served)).toEqual([])
}, 300_000)

/** The spellings that were not noticed. Each byte is changed so that letters stay letters and digits digits, and by one bit more. */
async function survivors(text: string, served: Awaited<ReturnType<typeof serve>>): Promise<string[]> {
  const bytes = bytesOf(text)
  const unnoticed: string[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    for (const bit of [0x01, 0x20]) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ bit
      const found = await reasons(changed, served)
      if (found[0] === 'intact') unnoticed.push(new TextDecoder().decode(changed.slice(Math.max(0, at - 20), at + 5)))
    }
  }
  return unnoticed
}

test('a signature by another issuer’s key is refused, whatever the file says', async () => {
  const served = await serve()
  const forged = await signDocument(without(json, 'proof'), otherIssuer, other)
  expect(await reasons(forged, served)).toEqual(['key-out-of-reach', 'key-of-another', 'unproven'])
  const ownKey = await signed({}, { ...demoIssuer, did: 'did:web:navet.example' }, other)
  expect((await reasons(ownKey.json, served)).slice(0, 2)).toEqual(['intact', 'key-of-another'])
  const forgedJwt = await signed({}, { ...issuer }, other)
  expect((await reasons(forgedJwt.jwt, served))[1]).toBe('key-not-listed')
})

test('a proof moved to another credential is refused', async () => {
  const elsewhere = await signed({ award: 'f'.repeat(32) })
  const moved = { ...JSON.parse(elsewhere.json), proof: JSON.parse(json).proof }
  expect((await reasons(JSON.stringify(moved), await serve()))[0]).toBe('changed')
})

test('a key that did.json no longer means for assertions, or no longer has, is refused', async () => {
  const served = await serve()
  const did = didDocument(issuer, { keys: [key] })
  served.files.set('/.well-known/did.json', JSON.stringify({ ...did, assertionMethod: [] }))
  expect(await reasons(json, served)).toEqual(['intact', 'key-withdrawn', 'list-unproven'])
  expect((await reasons(jwt, served))[1]).toBe('key-withdrawn')
  served.files.set('/.well-known/did.json', JSON.stringify(didDocument(issuer, { keys: [other] })))
  expect((await reasons(json, served))[1]).toBe('key-not-listed')
  const [method] = did.verificationMethod
  const foreign = { ...did, verificationMethod: [{ ...method, controller: 'did:web:other.example' }] }
  served.files.set('/.well-known/did.json', JSON.stringify(foreign))
  expect((await reasons(json, served))[1]).toBe('key-not-listed')
})

test('what a rotated key signed still holds', async () => {
  const next = makeKey(new Date())
  expect(await reasons(json, await serve(issuer, [retired(key), next]))).toEqual(good)
})

test('a context outside the list is refused, also one that is written out', async () => {
  const served = await serve()
  const credential = JSON.parse(json)
  const more = (context: unknown) => JSON.stringify({ ...credential, '@context': [...credential['@context'], context] })
  expect((await reasons(more('https://evil.example/v1'), served))[0]).toBe('unknown-context')
  expect((await reasons(more({ name: 'https://evil.example/name' }), served))[0]).toBe('words-unread')
})

test('nothing may be said beside what is signed', async () => {
  const served = await serve()
  const credential = JSON.parse(json)
  const said = (more: object) => reasons(JSON.stringify({ ...credential, ...more }), served)
  // A word that nobody defines: nothing can be worked out, so an old signature left in says nothing of who wrote it.
  expect(await said({ grade: 'A' })).toEqual(['words-unread', 'issuer-pointless', 'unread'])
  expect(await said({ grade: 'A', name: 'Doktor i AI' })).toEqual(['words-unread', 'issuer-pointless', 'unread'])
  expect((await said({ '@included': [] }))[2]).toBe('unread')
  expect((await said({ name: null }))[0]).toBe('changed')
  // The same statements: the proof fits, and the badge does not hold for all that.
  expect(await said({ credentialSubject: [credential.credentialSubject] })).toEqual(['intact', 'here', 'unread'])
  expect((await said({ credentialStatus: undefined }))[0]).toBe('changed')
})

test('proofs that we do not know are not called right or wrong', async () => {
  const served = await serve()
  const credential = JSON.parse(json)
  const [proof] = credential.proof
  const proven = (...proofs: object[]) => reasons(JSON.stringify({ ...credential, proof: proofs }), served)
  expect(await proven(proof, proof)).toEqual(['several-proofs', 'issuer-pointless', 'unproven'])
  expect((await proven({ ...proof, cryptosuite: 'ecdsa-rdfc-2019' }))[0]).toBe('proof-kind')
  expect((await proven({ ...proof, expires: '2020-01-01T00:00:00Z' }))[0]).toBe('proof-expired')
  expect((await proven({ ...proof, expires: '2020' }))[0]).toBe('words-unread')
  expect((await proven({ ...proof, domain: 'navet.example' }))[0]).toBe('words-unread')
  expect((await proven({ ...proof, proofPurpose: 'authentication' }))[0]).toBe('other-purpose')
  expect((await proven())[0]).toBe('no-proof')
})

test('a JWT without a signature, of another algorithm or with a shared secret is refused', async () => {
  const served = await serve()
  const [header = '', payload = '', signature = ''] = jwt.split('.')
  const headed = (more: object) =>
    encoded({ ...JSON.parse(new TextDecoder().decode(base64url.decode(header))), ...more })
  expect((await reasons(`${headed({ alg: 'none' })}.${payload}.`, served))[0]).toBe('jwt-algorithm')
  expect((await reasons(`${headed({ alg: 'none' })}.${payload}.${signature}`, served))[0]).toBe('jwt-algorithm')
  expect((await reasons(`${headed({ alg: 'EdDSA' })}.${payload}.${signature}`, served))[0]).toBe('proof-kind')
  expect((await reasons(`${headed({ crit: ['exp'] })}.${payload}.${signature}`, served))[0]).toBe('words-unread')
  const secret = JSON.stringify(didDocument(issuer, { keys: [key] }).verificationMethod[1])
  const signing = `${headed({ alg: 'HS256' })}.${payload}`
  const mac = createHmac('sha256', secret).update(signing).digest('base64url')
  expect((await reasons(`${signing}.${mac}`, served))[0]).toBe('jwt-algorithm')
})

test('a JWT that brings its own key proves nothing about a did:web, and one that says things twice says them alike', async () => {
  const served = await serve()
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const claims = without(json, 'proof')
  const made = (more: object) =>
    new SignJWT({ ...claims, iss: issuer.did, jti: String(claims.id), ...more })
      .setProtectedHeader({ alg: 'ES256', jwk: jwkOf })
      .sign(privateKey)
  const jwkOf = await exportJWK(publicKey)
  expect((await reasons(await made({}), served)).slice(0, 2)).toEqual(['intact', 'own-key'])
  expect((await reasons(await made({ iss: 'did:web:other.example' }), served))[0]).toBe('claims-differ')
  expect((await reasons(await made({ jti: 'https://navet.example/badges/1' }), served))[0]).toBe('claims-differ')
})

test('revoked, expired and not yet valid badges are told so', async () => {
  expect(await reasons(json, await serve(issuer, [key], [facts.statusIndex]))).toEqual(['intact', 'here', 'revoked'])
  const ended = await signDocument({ ...without(json, 'proof'), validUntil: '2026-11-24T11:00:00Z' }, issuer, key)
  expect(await reasons(ended, await serve())).toEqual(['intact', 'here', 'expired'])
  expect(await reasons(json, await serve(), new Date('2026-11-01'))).toEqual(['intact', 'here', 'not-yet'])
})

test('a status list that others made or that was changed proves nothing; another host’s is not fetched', async () => {
  const served = await serve()
  served.files.set('/status/1', await statusList([], otherIssuer, other))
  expect((await reasons(json, served))[2]).toBe('list-unproven')
  served.files.set('/status/1', (await statusList([facts.statusIndex])).replace('encodedList":"u', 'encodedList":"uu'))
  expect((await reasons(json, served))[2]).toBe('list-unproven')
  served.files.delete('/status/1')
  expect((await reasons(json, served))[2]).toBe('list-missing')

  const theirs = await signed({}, otherIssuer, other)
  served.asked.length = 0
  expect(await reasons(theirs.json, served)).toEqual(['key-out-of-reach', 'elsewhere', 'list-elsewhere'])
  expect(served.asked).toEqual([])
})

test('without a network what was read before counts, and what was not is left open', async () => {
  const served = await serve()
  served.offline = true
  expect(await reasons(json, served)).toEqual(['key-out-of-reach', 'keys-offline', 'list-offline'])
  served.offline = false
  await served.site.read('/.well-known/did.json')
  served.offline = true
  expect(await reasons(json, served)).toEqual(['intact', 'here', 'list-offline'])
  served.offline = false
  await served.site.read('/status/1')
  served.offline = true
  expect(await reasons(json, served)).toEqual(good)
})

test('pictures with two badges, cut off or with a script are refused', async () => {
  const served = await serve()
  const baked = bakePng(png, json)
  const chunk = writeChunk('iTXt', bytesOf(`openbadgecredential\0\0\0\0\0${json}`))
  const twice = new Uint8Array([...baked.slice(0, 33), ...chunk, ...baked.slice(33)])
  expect(await reasons(twice, served)).toEqual(['two-credentials'])
  expect(await reasons(baked.slice(0, -20), served)).toEqual(['truncated'])
  expect(await reasons(json.slice(0, -40), served)).toEqual(['truncated'])
  expect(await reasons(jwt.slice(0, -40), served)).not.toContain('intact')
  const scripted = bakeSvg(svg, json).replace('<path', '<script>alert(1)</script><path')
  expect(await reasons(scripted, served)).toEqual(['active-content'])
  expect(await reasons(png, served)).toEqual(['no-credential'])
})

test('20 MB and 10,000 levels are refused before they are parsed', async () => {
  const served = await serve()
  expect(await reasons(new Uint8Array(20 * 1024 * 1024), served)).toEqual(['too-large'])
  const deep = `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`
  expect(await reasons(deep, served)).toEqual(['too-deep'])
  expect(await reasons(`${encoded({ alg: 'ES256' })}.${base64url.encode(deep)}.AAAA`, served)).toEqual(['too-deep'])
})

test('nodes that are alike do not make it reckon for minutes', async () => {
  const served = await serve()
  const alike = Array.from({ length: 3000 }, () => ({ type: ['Alignment'] }))
  const credential = JSON.parse(json)
  credential.credentialSubject.achievement.alignment = alike
  const start = performance.now()
  expect((await reasons(JSON.stringify(credential), served))[0]).not.toBe('intact')
  expect(performance.now() - start).toBeLessThan(20_000)
})

test('other files are not badges', async () => {
  const served = await serve()
  for (const file of [
    '',
    'hello',
    '[]',
    '{}',
    'null',
    '<html></html>',
    new Uint8Array([0xff, 0xfe, 0]),
    '{"type":1}',
  ]) {
    expect(await reasons(file, served)).toEqual(['not-a-badge'])
  }
  expect(now.getTime()).toBeGreaterThan(0)
})

function encoded(value: object): string {
  return base64url.encode(JSON.stringify(value))
}

function without(text: string, member: string) {
  const { [member]: _, ...rest } = JSON.parse(text)
  return rest
}
