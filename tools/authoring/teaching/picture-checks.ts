import type { Tokens } from 'marked'

import type { Place, Problems } from '../problems/problem.ts'

/** L13: whether a picture says in words what it shows. `without` is what to do where it has none. */
export function checkAlt({ text, href }: Tokens.Image, without: string, place: Place, problems: Problems): void {
  const alt = text.trim()
  const message = alt === '' ? `the picture has no alt text; ${without}` : faultOf(alt, nameOf(href))
  if (message) problems.error('L13', place, message)
}

function nameOf(href: string): string {
  return href
    .split('/')
    .at(-1)!
    .replace(/\.\w+$/, '')
}

function faultOf(alt: string, name: string): string | undefined {
  if (alt.length < 5 || alt.length > 125) return `the alt text has ${alt.length} characters; 5–125`
  if (alt.toLowerCase() === name.toLowerCase())
    return 'the alt text is the name of the file; say what the picture shows'
  if (/^(?:bild på|bild av|foto på|image of|picture of|photo of)/i.test(alt))
    return `the alt text begins "${alt.split(' ').slice(0, 2).join(' ')}"; a screen reader says that already, so begin with what is seen`
  return undefined
}
