/** The functions of a SCORM 1.2 run-time that the player calls. Source: SCORM 1.2 Run-Time Environment, 3.2.3. */
interface Api {
  LMSInitialize(empty: ''): string
  LMSGetValue(name: string): string
  LMSSetValue(name: string, value: string): string
  LMSCommit(empty: ''): string
  LMSFinish(empty: ''): string
  LMSGetLastError(): string
}

/** The farthest that the standard has somebody look. */
const farthest = 500

/** What a learning platform keeps; every call tells whether it did. */
export class Lms {
  readonly #api: Api

  private constructor(api: Api) {
    this.#api = api
  }

  /** undefined where no platform is around the page, or it does not begin. */
  static open(from: Window): Lms | undefined {
    const api = apiIn(from) ?? (from.opener ? apiIn(from.opener as Window) : undefined)
    return api?.LMSInitialize('') === 'true' ? new Lms(api) : undefined
  }

  read(name: string): string {
    return this.#api.LMSGetValue(name)
  }

  /** Whether everything was taken and kept. */
  keep(values: Record<string, string>): boolean {
    const taken = Object.entries(values).map(([name, value]) => this.#api.LMSSetValue(name, value) === 'true')
    const isKept = this.#api.LMSCommit('') === 'true'
    return isKept && taken.every(Boolean)
  }

  close(): void {
    this.#api.LMSFinish('')
  }
}

/** Where the page of another site is around it, it may not be asked. */
function apiIn(from: Window): Api | undefined {
  try {
    let window: Window & { API?: Api } = from
    for (let steps = 0; steps < farthest; steps += 1) {
      if (window.API) return window.API
      if (window.parent === window) return undefined
      window = window.parent
    }
  } catch {
    return undefined
  }
  return undefined
}
