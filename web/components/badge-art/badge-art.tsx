import type { CellId } from '../../../formats/catalogue/catalogue.ts'
import { raw } from '../../html/html.ts'
import { kept } from '../../html/kept.ts'
import { badgePicture } from './badge-svg.ts'

/** The badge's picture, inline. With a title it is an image with that name, without one it is decoration beside the words. */
export function BadgeArt({ cell, title, size = 96, id }: { cell: CellId; title?: string; size?: number; id?: string }) {
  return kept(BadgeArt, `${cell} ${size} ${id} ${title}`, () => (
    <svg
      class="badge-picture"
      viewBox="0 0 512 512"
      width={size}
      height={size}
      {...(title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': 'true' })}
    >
      <g {...(id ? { id } : {})}>{raw(badgePicture(cell))}</g>
    </svg>
  ))
}

/** The same picture again on one page, by the id of the first. */
export function BadgeArtAgain({ of, size = 96 }: { of: string; size?: number }) {
  return (
    <svg class="badge-picture" viewBox="0 0 512 512" width={size} height={size} aria-hidden="true">
      <use href={`#${of}`} />
    </svg>
  )
}
