/**
 * A page that answers a form, with what was wrong in it, is left by sending that again, by a link, or once the answer has
 * come into it: from then on it stands at the page that holds the form. Going back, the browser has nothing to send again
 * and nothing to ask; a reload before that still keeps what was typed.
 */
export function standOnPage(): void {
  const { page } = document.documentElement.dataset
  if (!page) return
  history.replaceState(null, '', page)
  delete document.documentElement.dataset.page
}

/** The same when a form is sent or a link followed here, unless somebody else has taken that over. */
export function standWhenLeft(event: Event): void {
  if (!event.defaultPrevented && (event.type === 'submit' || isLeaving(event as MouseEvent))) standOnPage()
}

/** Not to a place on the same page, nor into another tab. */
function isLeaving({ target, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  const link = (target as Element).closest<HTMLAnchorElement>('a[href]')
  const isHere = button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey && !link?.target
  return link !== null && isHere && !link.download && !link.getAttribute('href')!.startsWith('#')
}
