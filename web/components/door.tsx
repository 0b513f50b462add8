import type { Child } from '../html/html.ts'
import { WholeWords } from './whole-words.tsx'

type Field = 'falu' | 'forest' | 'copper' | 'char'

/** Two fields: what is said, and what to do. For pages with one thing to do. */
export function Door({
  field,
  title,
  lead,
  long = false,
  children,
}: {
  field: Field
  title: string
  lead: string
  long?: boolean
  children: Child
}) {
  return (
    <main id="content" class={long ? 'door door--long' : 'door'} tabindex={-1}>
      <div class={`door__say f-${field}`}>
        <h1>
          <WholeWords text={title} />
        </h1>
        <p class="lead">{lead}</p>
      </div>
      <div class="door__do">{children}</div>
    </main>
  )
}
