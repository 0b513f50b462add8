/** What a site says of an address: `gone` is certain, `unsure` may be a site that dislikes programs, or a bad day. */
export interface Answer {
  state: 'there' | 'gone' | 'unsure'
  /** What was answered, in words. */
  said: string
}

const gone = [404, 410]
const tries = 2

/** Asks every address, one after the other on each site, and all sites at once. `waitMs` is how long each may take. */
export async function askLinks(addresses: readonly string[], waitMs: number): Promise<Map<string, Answer>> {
  const sites = Map.groupBy(addresses, (address) => (URL.canParse(address) ? new URL(address).host : ''))
  const answers = new Map<string, Answer>()
  await Promise.all(
    [...sites.values()].map(async (own) => {
      for (const address of own) answers.set(address, await ask(address, waitMs))
    }),
  )
  return answers
}

async function ask(address: string, waitMs: number): Promise<Answer> {
  if (!URL.canParse(address)) return { state: 'gone', said: 'is no address' }
  let last: Answer = { state: 'unsure', said: 'was not asked' }
  for (let i = 0; i < tries; i += 1) {
    last = await askOnce(address, waitMs)
    if (last.state !== 'unsure') return last
  }
  return last
}

async function askOnce(address: string, waitMs: number): Promise<Answer> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(waitMs), redirect: 'follow' })
    await response.body?.cancel()
    if (gone.includes(response.status)) return { state: 'gone', said: `answers ${response.status}` }
    return { state: response.ok ? 'there' : 'unsure', said: `answers ${response.status}` }
  } catch (error) {
    return whyNot(error)
  }
}

function whyNot(error: unknown): Answer {
  const { name, cause } = error as Error & { cause?: { code?: string } }
  if (cause?.code === 'ENOTFOUND') return { state: 'gone', said: 'is on a site that does not exist' }
  return { state: 'unsure', said: name === 'TimeoutError' ? 'did not answer in time' : 'could not be reached' }
}
