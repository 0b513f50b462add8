/** The other language, and sign-in with its way back, lead to the question that is on the screen. */
export function keepPlace({ target }: MouseEvent): void {
  const link = (target as Element).closest<HTMLAnchorElement>('a[hreflang], a[href*="/sign-in?next="]')
  const place = link && questionInView()
  if (!place) return
  if (link.hreflang) {
    link.hash = place
    return
  }
  const address = new URL(link.href)
  const [page] = (address.searchParams.get('next') ?? '').split('#')
  address.searchParams.set('next', `${page}#${place}`)
  link.href = address.href
}

function questionInView(): string | null | undefined {
  const questions = [...document.querySelectorAll('.question, .answer')]
  const seen = questions.find((question) => {
    const { top, bottom } = question.getBoundingClientRect()
    return bottom > innerHeight / 4 && top < (innerHeight * 3) / 4
  })
  return seen?.getAttribute('id')
}
