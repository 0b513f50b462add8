/** A choice that the server has not got yet. */
export interface UnsentChoice {
  /** As the form sends it: names and values. */
  fields: [string, string][]
  /** What stood there before, as the page had it: a newer one from elsewhere is not overwritten. */
  was: string
  /** The question and what was chosen, in words: for telling of it when it comes too late. */
  stem: string
  words: string
}

export interface UnsentTest {
  course: string
  attempt: string
  /** By question id. */
  choices: Record<string, UnsentChoice>
}

/** Named by who is signed in: the choices of one person are never shown to, or sent as, another. */
const nameOf = (account: string) => `navet.test.${account}`

/** What of a text in storage is a list of tests; anything else counts as nothing kept. */
export function parseTests(text: string | null): UnsentTest[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(list) ? list.filter(isTest) : []
  } catch {
    return []
  }
}

function isTest(value: unknown): value is UnsentTest {
  const { course, attempt, choices } = (value ?? {}) as Record<string, unknown>
  if (typeof course !== 'string' || typeof attempt !== 'string') return false
  return typeof choices === 'object' && choices !== null && Object.values(choices).every(isChoice)
}

function isChoice(value: unknown): value is UnsentChoice {
  const { fields, was, stem, words } = (value ?? {}) as Record<string, unknown>
  const texts = [was, stem, words].every((each) => typeof each === 'string')
  const isField = (field: unknown) =>
    Array.isArray(field) && field.length === 2 && field.every((x) => typeof x === 'string')
  return texts && Array.isArray(fields) && fields.every(isField)
}

/**
 * The list with the choices of one tab in one test: its own stand, and what another tab of the same test holds stays, but
 * for what is `gone` because it was sent. A test without any is left out.
 */
export function withTest(
  tests: readonly UnsentTest[],
  { course, attempt, choices }: UnsentTest,
  gone: ReadonlyMap<string, UnsentChoice> = new Map(),
): UnsentTest[] {
  const others = tests.filter((test) => test.attempt !== attempt)
  const known = Object.entries(tests.find((test) => test.attempt === attempt)?.choices ?? {})
  const left = known.filter(([id, choice]) => JSON.stringify(choice) !== JSON.stringify(gone.get(id)))
  const all = { ...Object.fromEntries(left), ...choices }
  return Object.keys(all).length > 0 ? [...others, { course, attempt, choices: all }] : others
}

/** The list without a test that is over. */
export function withoutTest(tests: readonly UnsentTest[], attempt: string): UnsentTest[] {
  return tests.filter((test) => test.attempt !== attempt)
}

export function readTests(account: string): UnsentTest[] {
  try {
    return parseTests(localStorage.getItem(nameOf(account)))
  } catch {
    return []
  }
}

/** Whether the browser keeps them: storage may be switched off or full. */
export function writeTests(account: string, tests: readonly UnsentTest[]): boolean {
  try {
    if (tests.length > 0) localStorage.setItem(nameOf(account), JSON.stringify(tests))
    else localStorage.removeItem(nameOf(account))
    return true
  } catch {
    return false
  }
}
