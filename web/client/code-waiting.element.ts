const everyMs = 10_000

/** On the page that waits for a code: when the mailed link was pressed elsewhere, this browser is told without being asked. */
class CodeWaiting extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined

  connectedCallback(): void {
    this.#timer = setInterval(() => void this.#look(), everyMs)
    document.addEventListener('visibilitychange', this.#look)
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer)
    document.removeEventListener('visibilitychange', this.#look)
  }

  /** The page itself says how the code stands; as long as it holds, what is being typed is left alone. */
  #look = async (): Promise<void> => {
    if (document.hidden) return
    const page = await fetch(location.href).catch(() => undefined)
    if (!page?.ok || (await page.text()).includes('<code-waiting')) return

    clearInterval(this.#timer)
    location.reload()
  }
}

customElements.define('code-waiting', CodeWaiting)
