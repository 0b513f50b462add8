const restMs = 1200

/** Saves what was chosen while the test is under way, so that it can be left at any moment. */
export class BadgeTest extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined

  connectedCallback(): void {
    const form = this.querySelector('form')
    const save = this.querySelector<HTMLButtonElement>('button[value="save"]')
    if (!form || !save) return

    this.addEventListener('change', () => {
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#save(form, save.formAction), restMs)
    })
    this.addEventListener('submit', () => clearTimeout(this.#timer))
  }

  #save(form: HTMLFormElement, action: string): void {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    // A failure costs nothing: the choices stand in the form, and handing in sends them all.
    void fetch(action, { method: 'POST', body, redirect: 'manual', keepalive: true }).catch(() => undefined)
  }
}
