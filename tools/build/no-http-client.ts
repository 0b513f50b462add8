/** Stands where jsonld looks for its HTTP client. */
export const kyPromise = undefined
export const DEFAULT_HEADERS = undefined
export const httpClient = undefined
