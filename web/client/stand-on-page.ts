/**
 * A page that answers a form, with what was wrong in it, is left by sending that again: from then on it stands at the
 * page that holds the form. Going back, the browser has nothing to send again and nothing to ask; a reload before that
 * still keeps what was typed.
 */
export function standOnPage(event: Event): void {
  const { page } = document.documentElement.dataset
  if (page && !event.defaultPrevented) history.replaceState(null, '', page)
}
