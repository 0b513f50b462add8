import credentialsV2 from './contexts/credentials-v2.json' with { type: 'json' }
import openBadges303 from './contexts/open-badges-3.0.3.json' with { type: 'json' }

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2'
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

/** A context outside the allow-list: nothing is ever fetched to understand a credential. */
export class UnknownContext extends Error {
  override name = 'UnknownContext'
  readonly url: string
  constructor(url: string) {
    super(`unknown context: ${url}`)
    this.url = url
  }
}

/** SHA-256 of each context as compact JSON: a copy that changes would let a signed word change its meaning. */
export const contextHashes: Record<string, string> = {
  [credentialsContext]: 'bf6fd611e6773d58f649459a45dbbb81f94e8cfd058a756644cd5a4a882c4050',
  [openBadgesContext]: 'e407ae98563c7b4708be4c8198a7f254bc09c131afc68e73d5f90eb0a34c6f7f',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json':
    '3b7ee3db2a81386e4369ea73ccc6b85f3cf463094e633466cee7e0b048cbeb35',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json':
    'a6196945628b9d02b7b60f57f0a8f6baa9771a202d1a9e378555fc95d71d6c33',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json':
    'f9767b4f07e2c92e6c084c34882f67cb335b13f0aface4b9bfc2ea08432a5892',
}

/** Ours come with the code; those of other issuers only when a credential names them. */
const copies: Record<string, () => Promise<object>> = {
  [credentialsContext]: async () => credentialsV2,
  [openBadgesContext]: async () => openBadges303,
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': async () =>
    (await import('./contexts/open-badges-3.0.2.json', { with: { type: 'json' } })).default,
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json': async () =>
    (await import('./contexts/open-badges-3.0.1.json', { with: { type: 'json' } })).default,
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': async () =>
    (await import('./contexts/open-badges-extensions.json', { with: { type: 'json' } })).default,
}

/** A JSON-LD document loader over our own copies. Throws UnknownContext for every other address. */
export async function loadContext(url: string) {
  const copy = Object.hasOwn(copies, url) ? copies[url] : undefined
  if (!copy) throw new UnknownContext(url)

  return { documentUrl: url, contextUrl: undefined, document: await copy() }
}
