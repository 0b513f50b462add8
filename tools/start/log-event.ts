/** One line about a process of ours: our own words, and a code where there is one. Never what an error said. */
export function logEvent(level: 'info' | 'warn' | 'error', event: string, code?: string): void {
  console.error(JSON.stringify({ at: new Date().toISOString(), level, event, ...(code ? { code } : {}) }))
}
