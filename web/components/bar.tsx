interface BarProps {
  /** Hundredths of the scale. */
  from?: number
  to: number
  look: 'guess' | 'answer'
}

/** A bar on a scale, drawn since no style may stand in a page. It says nothing that is not written out beside it. */
export function Bar({ from = 0, to, look }: BarProps) {
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class={look} x={inHundredths(from)} y="1" width={inHundredths(to - from)} height="8" />
    </svg>
  )
}

function inHundredths(number: number): string {
  return String(Math.round(number * 100) / 100)
}
