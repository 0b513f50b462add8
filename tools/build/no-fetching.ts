import { join } from 'node:path'

/**
 * jsonld brings an HTTP client of 150 KB for contexts that it fetches. Ours come with the code and nothing is ever
 * fetched, so the client is left out.
 */
export const noFetching = { '@digitalbazaar/http-client': join(import.meta.dirname, 'no-http-client.ts') }
