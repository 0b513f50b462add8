import { createPrivateKey, sign as signBytes } from 'node:crypto'

import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose'
import { expect, test } from 'vitest'

import { makeKey } from '../../../tools/keys/make-key.ts'
import { findings, outcomeOfAll } from '../../../web/client/verify/verdict.ts'
import { verifyFile } from '../../../web/client/verify/verify-file.ts'
import { credentialsContextV1 } from '../../../formats/credentials/contexts.ts'
import { type Document, makeProof } from '../../../formats/credentials/data-integrity.ts'
import { readMultikey } from '../../../formats/credentials/multikey.ts'
import { buildCredential } from '../../../worker/credentials/build-credential.ts'
import { issuerOf } from '../../../worker/credentials/issuer.ts'
import { signCredential, signDocument } from '../../../worker/credentials/sign-credential.ts'
import { demoIssuer, facts, issuer, key, signed } from '../credentials/written.ts'
import { bytesOf, now, reasons, type Served, serve } from './site.ts'

const document = buildCredential(facts, issuer)
const good = ['intact', 'here', 'valid']
const sign = (more: object, less: string[] = []) => {
  const changed = Object.fromEntries(Object.entries({ ...document, ...more }).filter(([name]) => !less.includes(name)))
  return signDocument(changed as Document, issuer, key)
}

/** A site that serves no badge to compare with. */
async function alone(...of: Parameters<typeof serve>): Promise<Served> {
  const served = await serve(...of)
  const { site } = served
  served.site = { ...site, read: async (path) => (path.startsWith('/badges/') ? 'offline' : site.read(path)) }
  return served
}

async function verdict(file: string, served: Served) {
  const found = await verifyFile(bytesOf(file), served.site, now)
  if ('fault' in found) throw new Error(found.fault)
  return found
}

test('anybody’s key that calls itself Navet is told as such, and its badge is not said to hold', async () => {
  const key2 = makeKey(new Date('2026-11-24'))
  const other = { ...issuerOf({ BASE_URL: 'http://127.0.0.1', ISSUER_NAME: 'x' }, key2), name: 'Navet' }
  const forged = await signed({}, other, key2)
  const found = await verdict(forged.json, await serve())
  expect([found.intact.reason, found.issuer.reason, outcomeOfAll(found)]).toEqual(['intact', 'did-key', 'unknown'])
  expect(found.says.issuer).toBe('Navet')
  expect((await verdict(forged.json, await serve(issuer, [key], [], [other.did]))).issuer.reason).toBe('listed')
})

test('a did:web of this host that is not on the list is no yes', async () => {
  expect((await reasons((await signed()).json, await serve(issuer, [key], [], [])))[1]).toBe('elsewhere')
})

test('times that are no times are not understood, and two honest clocks may differ by ten minutes', async () => {
  const served = await alone()
  for (const time of ['1', '2026-11-24', '2026-02-30T00:00:00Z', '2026-11-24T00:00:00', '24 November 2026']) {
    expect([time, (await reasons(await sign({ validFrom: time }), served))[2]]).toEqual([time, 'unread'])
    expect([time, (await reasons(await sign({ validUntil: time }), served))[2]]).toEqual([time, 'unread'])
    expect([time, (await reasons(await sign({ awardedDate: time }), served))[2]]).toEqual([time, 'unread'])
  }
  const soon = (minutes: number) => new Date(now.getTime() + minutes * 60_000).toISOString()
  expect(await reasons(await sign({ validFrom: soon(9) }), served)).toEqual(good)
  expect((await reasons(await sign({ validFrom: soon(11) }), served))[2]).toBe('not-yet')
  expect((await reasons(await sign({ validUntil: soon(-1) }), served))[2]).toBe('expired')
  expect((await reasons(await sign({}, ['validFrom']).catch(() => '{}'), served)).at(-1)).not.toBe('valid')
})

test('what was not understood is named', async () => {
  const found = await verdict(await sign({ validUntil: 3000 }), await alone())
  expect(found.validity).toEqual({ reason: 'unread', detail: 'validUntil' })
})

test('a status list of more bits than one, of another kind or of none is not passed over', async () => {
  const served = await alone()
  const status = document.credentialStatus as object
  expect((await reasons(await sign({ credentialStatus: { ...status, statusSize: 2 } }), served))[2]).toBe('unread')
  expect((await reasons(await sign({ credentialStatus: [status] }), served))[2]).toBe('unread')
  expect((await reasons(await sign({}, ['credentialStatus']), served))[2]).toBe('list-none')
})

test('genuine badges with more in them than we know are unknown, not forged', async () => {
  const served = await alone()
  const endorsement = {
    '@context': document['@context'],
    id: 'urn:uuid:0c2f3a3e-9d56-4f4e-a6fb-1a36c4c4ff11',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: 'https://other.example', type: ['Profile'] },
    validFrom: '2026-11-24T00:00:00Z',
    credentialSubject: { id: issuer.url, type: ['EndorsementSubject'], endorsementComment: 'Good' },
  }
  const endorsed = await verdict(await sign({ endorsement: [endorsement] }), served)
  expect([endorsed.intact.reason, outcomeOfAll(endorsed)]).toEqual(['words-unread', 'unknown'])
  expect(endorsed.intact.detail).toContain('endorsement[0].@context')

  const contexts = document['@context'] as string[]
  const more = await sign({ '@context': [...contexts, 'https://w3id.org/security/suites/ed25519-2020/v1'] })
  expect(outcomeOfAll(await verdict(more, served))).not.toBe('no')

  const unknown = { '@context': [...contexts, 'https://who.example/v1'], proof: JSON.parse(await sign({})).proof }
  const strange = await verdict(JSON.stringify({ ...document, ...unknown }), served)
  expect(strange.intact).toEqual({ reason: 'unknown-context', detail: 'https://who.example/v1' })
  expect(outcomeOfAll(strange)).toBe('unknown')
})

test('a badge with the dates of data model 1.1 is read by them, and not by those of another', async () => {
  const served = await alone()
  const [, openBadges = ''] = document['@context'] as string[]
  const { validFrom: _, awardedDate: __, credentialStatus: ___, ...rest } = document
  const contexts = [credentialsContextV1, 'https://w3id.org/security/data-integrity/v2', openBadges]
  const read = async (dates: object) => {
    const old = { ...rest, '@context': contexts, issuanceDate: '2026-11-24T00:00:00Z', ...dates }
    return (await reasons(await proven(old), served)).slice(1)
  }
  expect(await read({})).toEqual(['here', 'list-none'])
  expect(await read({ expirationDate: '2026-11-24T00:00:00Z' })).toEqual(['here', 'expired'])
  expect(await read({ expirationDate: ['2026-11-24T00:00:00Z'] })).toEqual(['here', 'unread'])
  const both = { ...document, expirationDate: '2026-11-24T00:00:00Z' }
  expect(
    outcomeOfAll(await verdict(JSON.stringify({ ...both, proof: JSON.parse(await sign({})).proof }), served)),
  ).toBe('unknown')
})

/** With a proof by our key, whatever the document's dates are called. */
async function proven(bare: Document): Promise<string> {
  const seed = readMultikey('secret', key.ed25519.secretKeyMultibase!)!
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const options = { created: '2026-11-24T00:00:00Z', verificationMethod: `${issuer.did}#${key.id}` }
  const proof = await makeProof(bare, options, async (bytes) => new Uint8Array(signBytes(null, bytes, secret)))
  return JSON.stringify({ ...bare, proof: [proof] })
}

async function token(claims: object, header: object = {}) {
  const { d = '', ...half } = key.p256
  const secret = await importJWK({ ...half, d }, 'ES256')
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: `${issuer.did}#${key.id}-jwt`, ...header })
    .sign(secret)
}

const claims = { ...document, iss: issuer.did, jti: String(document.id), sub: facts.subject }
const at = (minutes: number) => Math.floor(now.getTime() / 1000) + minutes * 60

test('a JWT’s own times count: exp, nbf and iat', async () => {
  const served = await alone()
  expect(await reasons(await token({ ...claims, exp: at(60), iat: at(0) }), served)).toEqual(good)
  expect((await reasons(await token({ ...claims, exp: at(-60) }), served))[2]).toBe('expired')
  expect((await reasons(await token({ ...claims, iat: at(60) }), served))[2]).toBe('not-yet')
  expect((await reasons(await token({ ...claims, nbf: at(60) }), served))[0]).toBe('claims-differ')
  expect((await reasons(await token({ ...claims, exp: at(60), validUntil: '2030-01-01T00:00:00Z' }), served))[0]).toBe(
    'claims-differ',
  )
  for (const claim of ['exp', 'nbf', 'iat']) {
    for (const value of ['2020-01-01T00:00:00Z', String(at(-60)), [at(-60)], null, -1, {}]) {
      const [, , validity] = await reasons(await token({ ...claims, [claim]: value }), served)
      expect([claim, value, validity]).toEqual([claim, value, 'unread'])
    }
  }
})

test('RS256 is worked out; a short key or another kind of key is not taken for one', async () => {
  const served = await alone()
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const made = (more: object, jwk: object) =>
    new SignJWT({ ...claims, ...more }).setProtectedHeader({ alg: 'RS256', jwk }).sign(privateKey)
  const jwk = await exportJWK(publicKey)
  expect((await reasons(await made({}, jwk), served)).slice(0, 2)).toEqual(['intact', 'own-key'])
  const [header, , signature] = (await made({}, jwk)).split('.')
  const [, other] = (await made({ name: 'Other' }, jwk)).split('.')
  expect((await reasons(`${header}.${other}.${signature}`, served))[0]).toBe('changed')
  expect((await reasons(await made({}, { ...jwk, n: jwk.n!.slice(0, 100) }), served))[0]).toBe('key-out-of-reach')
})

test('a badge in a list of one, in a presentation, in an envelope or as the vc of a JWT is that badge', async () => {
  const served = await serve()
  const { json, jwt } = await signed()
  const presentation = (held: unknown) =>
    JSON.stringify({ '@context': document['@context'], type: ['VerifiablePresentation'], verifiableCredential: held })
  const envelope = { id: `data:application/vc+jwt,${jwt}`, type: ['EnvelopedVerifiableCredential'] }
  expect(await reasons(`[${json}]`, served)).toEqual(good)
  expect(await reasons(JSON.stringify(jwt), served)).toEqual(good)
  expect(await reasons(presentation([JSON.parse(json)]), served)).toEqual(good)
  expect(await reasons(presentation([envelope]), served)).toEqual(good)
  expect(await reasons(await token({ vp: JSON.parse(presentation([jwt])) }), served)).toEqual(good)
  expect((await verdict(presentation(jwt), served)).says.isPresented).toBe(true)
  expect(await reasons(presentation([jwt, jwt]), served)).toEqual(['several-badges'])
  expect(await reasons(`[${json},${json}]`, served)).toEqual(['several-badges'])

  const { issuer: _, validFrom: __, id: ___, ...vc } = document
  const wrapped = { vc, iss: issuer.did, jti: document.id, nbf: facts.validFrom.getTime() / 1000, sub: facts.subject }
  expect((await reasons(await token(wrapped), await alone())).slice(0, 2)).toEqual(['intact', 'here'])
  expect((await reasons(await token({ ...wrapped, exp: at(-1) }), await alone()))[2]).toBe('expired')
  expect((await reasons(await token({ ...wrapped, credentialStatus: {} }), await alone()))[2]).toBe('unread')
})

test('our own badge is held against the one that is served', async () => {
  const served = await serve()
  const path = `/badges/${facts.award}.json`
  const { json } = await signed()
  const newer = { ...facts, holder: 'B', validFrom: new Date('2026-11-24T09:00:00Z'), statusIndex: 99 }
  served.files.set(path, (await signCredential(buildCredential(newer, issuer), issuer, key)).json)
  expect((await reasons(json, served))[2]).toBe('served-differs')
  served.files.set('/status/1', (await serve(issuer, [key], [facts.statusIndex])).files.get('/status/1')!)
  const replaced = await verdict(json, served)
  expect(replaced.validity).toEqual({ reason: 'replaced', detail: '2026-11-24T10:00:00+01:00' })
  expect(outcomeOfAll(replaced)).toBe('no')
  served.files.delete(path)
  expect((await reasons(json, served))[2]).toBe('revoked')
  const gone = await serve()
  gone.files.delete(path)
  expect((await reasons(json, gone))[2]).toBe('not-served')
})

test('signed anew by another key the older file holds, since its place in the list is the same', async () => {
  const served = await serve()
  const anew = { ...facts, validFrom: new Date('2026-11-24T09:00:00Z') }
  served.files.set(`/badges/${facts.award}.json`, (await signed(anew)).json)
  expect(await reasons((await signed()).json, served)).toEqual(good)
})

test('without a network a list that was read more than a day ago is told as old', async () => {
  const served = await serve()
  const { json } = await signed()
  await reasons(json, served)
  served.offline = true
  expect((await reasons(json, served))[2]).toBe('valid')
  const later = new Date(Date.now() + 25 * 3_600_000)
  expect((await reasons(json, served, later))[2]).toBe('list-old')
})

test('a member that stands twice, more than ten contexts and more than 2,000 parts are refused', async () => {
  const served = await serve()
  const { json } = await signed()
  expect(await reasons(json.replace('"type":', '"type":["Other"],"type":'), served)).toEqual(['said-twice'])
  expect(await reasons(json.replace('"name":', '"na\\u006de":"Other","name":'), served)).toEqual(['said-twice'])
  const contexts = Array.from({ length: 800 }, () => (document['@context'] as string[])[1])
  expect(await reasons(JSON.stringify({ ...document, '@context': contexts }), served)).toEqual(['too-many-contexts'])
  const many = JSON.parse(json)
  many.credentialSubject.achievement.alignment = Array.from({ length: 20_000 }, () => ({ type: ['Alignment'] }))
  const begun = performance.now()
  expect(await reasons(JSON.stringify(many), served)).toEqual(['too-many-nodes'])
  expect(performance.now() - begun).toBeLessThan(5000)
})

test('a picture with its badge in another way than the standard’s is told which', async () => {
  const served = await serve(demoIssuer)
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
  expect(await reasons(`<!DOCTYPE svg>${svg}`, served)).toEqual(['doctype'])
  expect(await reasons(svg.replace('/>', '><a href="https://example.com"/></svg>'), served)).toEqual([
    'outside-content',
  ])
  expect(await reasons(svg.replace('/>', '><script/></svg>'), served)).toEqual(['active-content'])
})

test('a yes is only said of what is on the list of yeses', () => {
  const yes = Object.values(findings).flatMap((reasons) =>
    Object.entries(reasons).flatMap(([reason, outcome]) => (outcome === 'yes' ? [reason] : [])),
  )
  expect(yes).toEqual(['intact', 'here', 'listed', 'valid', 'valid-without-list'])
})
