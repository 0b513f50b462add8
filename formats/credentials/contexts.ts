import credentialsV2 from './contexts/credentials-v2.json' with { type: 'json' }
import openBadges303 from './contexts/open-badges-3.0.3.json' with { type: 'json' }

export const credentialsContext = 'https://www.w3.org/ns/credentials/v2'
/** Of VC data model 1.1, in which early Open Badges 3.0 are written. */
export const credentialsContextV1 = 'https://www.w3.org/2018/credentials/v1'
export const openBadgesContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

const openBadges = 'https://purl.imsglobal.org/spec/ob/v3p0'
export const openBadgesContexts = [
  openBadgesContext,
  `${openBadges}/context-3.0.2.json`,
  `${openBadges}/context-3.0.1.json`,
  `${openBadges}/context.json`,
]

/** A context outside the allow-list, or out of reach: nothing is ever fetched from others to understand a credential. */
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
  [credentialsContextV1]: '778eb3a2ffad5df9773231da61b42c098e9849844873a6b5bf9be95c70d73df7',
  [openBadgesContext]: 'e407ae98563c7b4708be4c8198a7f254bc09c131afc68e73d5f90eb0a34c6f7f',
  [`${openBadges}/context-3.0.2.json`]: '3b7ee3db2a81386e4369ea73ccc6b85f3cf463094e633466cee7e0b048cbeb35',
  [`${openBadges}/context-3.0.1.json`]: 'a6196945628b9d02b7b60f57f0a8f6baa9771a202d1a9e378555fc95d71d6c33',
  [`${openBadges}/context.json`]: 'ce6ab7f5729910f4fd7f35ec2cdb91f15446d1d2f886b6ccc1c1380b47fa8383',
  [`${openBadges}/extensions.json`]: 'f9767b4f07e2c92e6c084c34882f67cb335b13f0aface4b9bfc2ea08432a5892',
  'https://w3id.org/security/suites/ed25519-2020/v1':
    '9ccf2b2a579a86c1fd167f4d1dfbdebc72dae44c7b4d592715cd621e1b5c6ba8',
  'https://w3id.org/security/data-integrity/v1': '3d76dae0cd98b289312e02c08d6a7b746cb1c66da17d605067f10f697ea0a76c',
  'https://w3id.org/security/data-integrity/v2': 'be223c58c54657e930970f0d11f03caf7287bddc7be7e6f010855190c6b39c21',
  'https://www.w3.org/ns/credentials/status/v1': '1d5d557d174395f467c025726ff37da4b18e81d95e2a7e285d8e2158e5f889ce',
  'https://w3id.org/vc/status-list/2021/v1': '2420f53a4af31944aade1e7b98dc2b2e94fd243438d20864e39b1bbf74dc3c28',
}

type Copy = Promise<{ default: object }>

/** Ours come with the code; those of other issuers only when a credential names them. */
const copies: Record<string, () => Copy> = {
  [credentialsContext]: async () => ({ default: credentialsV2 }),
  [openBadgesContext]: async () => ({ default: openBadges303 }),
  [credentialsContextV1]: () => import('./contexts/credentials-v1.json', { with: { type: 'json' } }),
  [`${openBadges}/context-3.0.2.json`]: () => import('./contexts/open-badges-3.0.2.json', { with: { type: 'json' } }),
  [`${openBadges}/context-3.0.1.json`]: () => import('./contexts/open-badges-3.0.1.json', { with: { type: 'json' } }),
  [`${openBadges}/context.json`]: () => import('./contexts/open-badges-3.0.0.json', { with: { type: 'json' } }),
  [`${openBadges}/extensions.json`]: () => import('./contexts/open-badges-extensions.json', { with: { type: 'json' } }),
  'https://w3id.org/security/suites/ed25519-2020/v1': () =>
    import('./contexts/ed25519-2020-v1.json', { with: { type: 'json' } }),
  'https://w3id.org/security/data-integrity/v1': () =>
    import('./contexts/data-integrity-v1.json', { with: { type: 'json' } }),
  'https://w3id.org/security/data-integrity/v2': () =>
    import('./contexts/data-integrity-v2.json', { with: { type: 'json' } }),
  'https://www.w3.org/ns/credentials/status/v1': () => import('./contexts/status-v1.json', { with: { type: 'json' } }),
  'https://w3id.org/vc/status-list/2021/v1': () =>
    import('./contexts/status-list-2021-v1.json', { with: { type: 'json' } }),
}

/** A JSON-LD document loader over our own copies. Throws UnknownContext for every other address. */
export async function loadContext(url: string) {
  const copy = Object.hasOwn(copies, url) ? copies[url] : undefined
  // A copy that was not fetched before the network went is as unknown as any other.
  const module = copy && (await copy().catch(() => undefined))
  if (!module) throw new UnknownContext(url)

  return { documentUrl: url, contextUrl: undefined, document: module.default }
}
