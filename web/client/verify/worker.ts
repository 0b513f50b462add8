import { loadContext } from '../../../formats/credentials/contexts.ts'
import { knownContexts } from './plain-terms.ts'
import { openSite } from './site.ts'
import { verifyFile } from './verify-file.ts'

/** What the page asks: first of all whose badges hold here, then file after file. */
export type Asked = { issuers: string[] } | { warm: true } | { bytes: Uint8Array<ArrayBuffer> }

/** Asks again whatever the browser has kept: an answer that a cache gave was not read now. */
const sendFresh = (address: string) => fetch(address, { redirect: 'error', credentials: 'omit', cache: 'no-cache' })

let site = openSite(location.origin, sendFresh, [])

addEventListener('message', (event: MessageEvent<Asked>) => {
  const asked = event.data
  if ('issuers' in asked) site = openSite(location.origin, sendFresh, asked.issuers)
  else if ('warm' in asked) warm()
  else void verifyFile(asked.bytes, site, new Date()).then((verdict) => postMessage(verdict))
})

/** So that badges from here, and those of other issuers, can be read when the network is gone. */
function warm(): void {
  void site.read('/.well-known/did.json')
  void site.read('/status/1')
  for (const context of knownContexts) void loadContext(context).catch(() => undefined)
}
