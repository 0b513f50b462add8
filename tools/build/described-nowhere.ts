/** What is described with it is a description again, of nothing. */
export const z: unknown = new Proxy(() => undefined, { get: () => z, apply: () => z })
