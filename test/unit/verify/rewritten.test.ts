import { importJWK, SignJWT } from 'jose'
import { expect, test } from 'vitest'

import { makeKey } from '../../../tools/keys/make-key.ts'
import type { Site } from '../../../web/client/verify/site.ts'
import { outcomeOfAll } from '../../../web/client/verify/verdict.ts'
import { verifyFile } from '../../../web/client/verify/verify-file.ts'
import { loadContext } from '../../../formats/credentials/contexts.ts'
import { buildCredential } from '../../../worker/credentials/build-credential.ts'
import { issuerOf, jwtKeyId } from '../../../worker/credentials/issuer.ts'
import { signDocument } from '../../../worker/credentials/sign-credential.ts'
import { facts, issuer, key } from '../credentials/written.ts'
import { bytesOf, now, serve } from './site.ts'

// What is there but not understood is unknown, never absent: whatever a badge that does not hold is rewritten to, it
// does not hold. Every member, in every place, in every spelling that JSON-LD, JSON or a careless reader would allow.

type Json = Record<string, unknown>
type Path = (string | number)[]

const stranger = makeKey(new Date('2026-11-24'))
const strangersIssuer = { ...issuerOf({ BASE_URL: 'http://127.0.0.1', ISSUER_NAME: 'Navet' }, stranger), name: 'Navet' }
const document = buildCredential({ ...facts, holder: 'Åsa Öberg' }, issuer)
const ended = { ...document, validUntil: '2026-11-24T11:00:00Z' }

/** Badges that do not hold, each for one reason: the bit, the day, the key. */
const fallen = [
  { name: 'a revoked badge', json: await signDocument(document, issuer, key), revoked: [facts.statusIndex] },
  { name: 'an expired badge', json: await signDocument(ended, issuer, key), revoked: [] },
  {
    name: 'a badge of a key that calls itself Navet',
    json: await signDocument(buildCredential(facts, strangersIssuer), strangersIssuer, stranger),
    revoked: [],
  },
]

test.each(fallen)(
  '$name does not hold in any spelling of any member',
  async ({ json, revoked }) => {
    const site = await alone(revoked)
    const held: string[] = []
    let tried = 0
    for await (const { text, what } of rewritings(JSON.parse(json))) {
      tried += 1
      const verdict = await verifyFile(bytesOf(text), site, now)
      if (!('fault' in verdict) && outcomeOfAll(verdict) === 'yes') held.push(what)
    }
    expect(tried).toBeGreaterThan(800)
    expect(held).toEqual([])
  },
  300_000,
)

test('nor does one whose issuer itself signed the spelling, in a JWT where every byte is signed', async () => {
  const claims = { ...ended, iss: issuer.did, jti: String(document.id), exp: Date.parse(ended.validUntil) / 1000 }
  const held: string[] = []
  const site = await alone()
  const { d = '', ...publicHalf } = key.p256
  const secret = await importJWK({ ...publicHalf, d }, 'ES256')
  for await (const { text, what } of rewritings(claims)) {
    // Said by the issuer without its end, a badge has none.
    if (/^(?:validUntil|exp) (?:removed|null)/.test(what) && !text.includes('exp"') === !text.includes('validUntil'))
      continue
    const token = await new SignJWT(JSON.parse(text))
      .setProtectedHeader({ alg: 'ES256', kid: jwtKeyId(issuer, key)! })
      .sign(secret)
    const verdict = await verifyFile(bytesOf(token), site, now)
    if (!('fault' in verdict) && outcomeOfAll(verdict) === 'yes') held.push(what)
  }
  expect(held).toEqual([])
}, 300_000)

/** A site that does not serve badges today: the file is on its own, without the one it is compared with. */
async function alone(revoked: number[] = []): Promise<Site> {
  const { site } = await serve(issuer, [key], revoked)
  return { ...site, read: async (path) => (path.startsWith('/badges/') ? 'offline' : site.read(path)) }
}

/** The badge with one member written otherwise, for every member at every depth, its proof's too. */
async function* rewritings(badge: Json): AsyncGenerator<{ text: string; what: string }> {
  const iris = await irisOfTerms()
  for (const path of membersOf(badge)) {
    const name = String(path.at(-1))
    for (const [kind, value] of values(at(badge, path))) {
      yield { text: JSON.stringify(changed(badge, path, { [name]: value })), what: `${path.join('.')} ${kind}` }
    }
    for (const other of names(name, iris)) {
      const put = { [other]: at(badge, path) }
      yield { text: JSON.stringify(changed(badge, path, put)), what: `${path.join('.')} as ${other}` }
      yield {
        text: JSON.stringify(changed(badge, path, { [other]: [at(badge, path)] })),
        what: `${path.join('.')} as [${other}]`,
      }
    }
    for (const keyword of ['@included', '@nest', '@graph', '@reverse', 'proof', 'evidence', 'termsOfUse']) {
      const put = { [keyword]: { id: badge.id, [name]: at(badge, path) } }
      yield { text: JSON.stringify(changed(badge, path, put)), what: `${path.join('.')} within ${keyword}` }
    }
    yield { text: JSON.stringify(changed(badge, path, {})), what: `${path.join('.')} removed` }
    const twice = JSON.stringify(changed(badge, path, { '%': 0 })).replace(
      '"%":0',
      `"${name}":null,"${name}":${JSON.stringify(at(badge, path))}`,
    )
    yield { text: twice, what: `${path.join('.')} twice` }
  }
}

function* values(value: unknown): Generator<[string, unknown]> {
  yield ['in a list of one', [value]]
  yield ['in two lists', [[value]]]
  yield ['twice in a list', [value, value]]
  yield ['in @list', { '@list': [value] }]
  yield ['in @set', { '@set': [value] }]
  yield ['as @value', { '@value': value }]
  yield ['as @value with a type', { '@value': value, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' }]
  yield ['as @id', { '@id': value }]
  yield ['as id', { id: value }]
  yield ['null', null]
  yield ['as a number', Number.parseFloat(String(value)) || 0]
  yield ['as a far number', 9e15]
  yield ['as an empty text', '']
  yield ['as a text', JSON.stringify(value)]
  yield ['as no object', {}]
  yield ['as no list', []]
  yield ['as true', true]
  if (Array.isArray(value) && value.length === 1) yield ['out of its list', value[0]]
}

/** Other names for the same thing: its address, its prefixes, keywords, capitals, escapes. */
function names(name: string, iris: Map<string, string[]>): string[] {
  const full = iris.get(name) ?? []
  const prefixed = full.flatMap((iri) =>
    [...iris].flatMap(([term, [base = '']]) =>
      /[#/]$/.test(base) && iri.startsWith(base) ? [`${term}:${iri.slice(base.length)}`] : [],
    ),
  )
  const aliases = [...iris].flatMap(([term, ids]) =>
    term !== name && ids.some((id) => full.includes(id)) ? [term] : [],
  )
  const keyword = { id: '@id', type: '@type' }[name]
  return [
    ...full,
    ...prefixed,
    ...aliases,
    ...(keyword ? [keyword] : []),
    name.toUpperCase(),
    `${name[0]?.toUpperCase()}${name.slice(1)}`,
    ` ${name}`,
    `${name}s`,
  ]
}

/** What the contexts of our badges call each term, in any of their scopes. */
async function irisOfTerms(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const gather = (context: unknown): void => {
    for (const [term, means] of Object.entries((context ?? {}) as Json)) {
      const iri = typeof means === 'string' ? means : (means as Json | null)?.['@id']
      if (typeof iri === 'string' && !term.startsWith('@')) found.set(term, [...(found.get(term) ?? []), iri])
      if (typeof means === 'object' && means) gather((means as Json)['@context'])
    }
  }
  for (const url of document['@context'] as string[]) {
    gather(((await loadContext(url)).document as Json)['@context'])
  }
  return found
}

/** The places of all members at all depths. */
function membersOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => {
    const place = [...path, Array.isArray(value) ? Number(name) : name]
    return Array.isArray(value) ? membersOf(each, place) : [place, ...membersOf(each, place)]
  })
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((inner, step) => (inner as Json)[step], value)
}

/** A copy in which the member at `path` gave way to others. */
function changed(badge: Json, path: Path, put: Json): Json {
  const copy = structuredClone(badge)
  const outer = at(copy, path.slice(0, -1)) as Json
  const entries = Object.entries(outer).flatMap(([name, each]) =>
    name === path.at(-1) ? Object.entries(put) : [[name, each] as const],
  )
  for (const name of Object.keys(outer)) delete outer[name]
  for (const [name, each] of entries) if (!Object.hasOwn(outer, name)) outer[name] = each
  return copy
}
