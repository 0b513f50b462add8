const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g
const apostrophes = /[\u2018\u2019\u02BC\u00B4`]/g
const hyphens = /[\u2010-\u2015\u2212]/g

/** Whether two short texts are the same answer: in any case, Unicode form and white space, with what phones put for ' and -, and a full stop after. */
export function isSameText(one: string, other: string): boolean {
  return fold(one) === fold(other)
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(apostrophes, "'")
    .replace(hyphens, '-')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?\.$/, '')
}

/** A typed text as it is kept: one way to write its letters, single spaces. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
