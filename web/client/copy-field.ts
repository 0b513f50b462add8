/** Around a field that is only read: shows the button that copies it, and says when that is done. */
class CopyField extends HTMLElement {
  connectedCallback(): void {
    const [field, button] = [this.querySelector('input'), this.querySelector('button')]
    const said = button?.querySelector('[role=status]')
    if (!field || !button || !said || !navigator.clipboard) return
    button.hidden = false
    button.addEventListener('click', async () => {
      field.select()
      await navigator.clipboard.writeText(field.value)
      said.textContent = button.dataset.done ?? ''
    })
  }
}

customElements.define('copy-field', CopyField)
