import { raw } from '../html/html.ts'
import { kept } from '../html/kept.ts'

const drawings = {
  arrow: '<path d="M3 12h17M13 5l7 7-7 7"/>',
  back: '<path d="M21 12H4M11 5l-7 7 7 7"/>',
  up: '<path d="M12 20V4M5 11l7-7 7 7"/>',
  down: '<path d="M12 4v16M5 13l7 7 7-7"/>',
  check: '<path d="M4 12.5l5.5 5.5L20 6.5"/>',
  right:
    '<circle cx="12" cy="12" r="11" fill="currentcolor" stroke="none"/><path stroke="var(--ground)" d="M6.5 12.5l4 4 7-8"/>',
  wrong: '<rect x="2" y="2" width="20" height="20"/><path d="M7.5 12h9"/>',
  no: '<path d="M5 5l14 14M19 5L5 19"/>',
  copy: '<path d="M8 8h13v13H8zM16 8V3H3v13h5"/>',
  print: '<path d="M6 9V3h12v6M6 18H3V9h18v9h-3M7 14h10v7H7z"/>',
} as const

export type IconName = keyof typeof drawings

/** Decorative always: the words beside it carry the meaning. */
export function Icon({ name }: { name: IconName }) {
  return kept(drawings, name, () => (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      {raw(drawings[name])}
    </svg>
  ))
}
