/** Cookies that hold in which words, and with whose cases, somebody reads: the next person at this computer is not to see it. */
export const choiceCookies = { text: 'text', examples: 'examples' } as const
