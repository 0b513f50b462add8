const waitMs = 10_000

/** On a slow net a form is pressed twice: the second press would drop the answer to the first, with its cookies. */
export function pressOnce(event: Event): void {
  const form = event.target
  if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
  if (form.dataset.pressed) return event.preventDefault()

  form.dataset.pressed = 'yes'
  setTimeout(() => delete form.dataset.pressed, waitMs)
}

/** A page that comes back from the browser's memory can be pressed again. */
export function pressAgain(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-pressed]')) delete form.dataset.pressed
}
