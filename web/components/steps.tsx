/** A row of blocks; decoration beside the words that say the same. */
export function Steps({ done, total, underWay = true }: { done: number; total: number; underWay?: boolean }) {
  return (
    <ol class="steps" aria-hidden="true">
      {Array.from({ length: total }, (_, i) => (
        <li class={i < done ? 'is-done' : i === done && underWay ? 'is-now' : ''}></li>
      ))}
    </ol>
  )
}
