import { kept } from '../html/kept.ts'

/** Four petals round an empty hub. */
export function Logo() {
  return kept(Logo, '', () => (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path class="m1" d="M15 15H8A7 7 0 1 1 15 8Z" />
      <path class="m2" d="M17 15V8a7 7 0 1 1 7 7Z" />
      <path class="m3" d="M17 17h7a7 7 0 1 1-7 7Z" />
      <path class="m4" d="M15 17v7a7 7 0 1 1-7-7Z" />
    </svg>
  ))
}
