import type { Tokens } from 'marked'

const callouts = [
  { heading: /^(Gör nu|Do it now)(:|$)/i, className: 'callout f-forest', id: 'do-now', listClass: '' },
  { heading: /^(Kom ihåg|Remember)(:|$)/i, className: 'callout f-copper', id: 'remember', listClass: 'keep' },
]

/** How the section under a heading stands out from the text; undefined where it does not. */
export function calloutUnder({ text }: Tokens.Heading) {
  return callouts.find(({ heading }) => heading.test(text))
}
