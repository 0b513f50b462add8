import type { Child } from 'hono/jsx'

type Field = 'falu' | 'forest' | 'copper' | 'char'

/** Two fields: what is said, and what to do. For pages with one thing to do. */
export function Door({ field, title, lead, children }: { field: Field; title: string; lead: string; children: Child }) {
  return (
    <main id="content" class="door" tabindex={-1}>
      <div class={`door__say f-${field}`}>
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </div>
      <div class="door__do">{children}</div>
    </main>
  )
}
