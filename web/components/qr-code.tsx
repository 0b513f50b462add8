import { qrPath } from '../pages/badges/qr-path.ts'

/** Modules of quiet around the code: less, and cameras miss it. */
const quiet = 4

/** An address as a picture that a camera reads: drawn here, asked of nobody. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { d, size } = qrPath(text)
  const edge = size + 2 * quiet
  return (
    <svg class="qr" viewBox={`${-quiet} ${-quiet} ${edge} ${edge}`} role="img" aria-label={label}>
      <path d={d} />
    </svg>
  )
}
