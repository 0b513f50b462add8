/** Changes the colours at once; the form without it does so with a button. */
export class ThemeChoice extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', (event) => {
      const { value } = event.target as HTMLInputElement
      const root = document.documentElement
      if (value === 'auto') delete root.dataset.theme
      else root.dataset.theme = value
      const form = this.querySelector('form')!
      const body = new URLSearchParams([['theme', value]])
      void fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
    })
  }
}
