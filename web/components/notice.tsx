import type { Child } from '../html/html.ts'

/** What happened, that nothing is lost, what to do. */
export function Notice({ title, alarm = false, children }: { title: string; alarm?: boolean; children?: Child }) {
  return (
    <div class={alarm ? 'notice notice--alarm' : 'notice'} role={alarm ? 'alert' : 'note'}>
      <strong>{title}</strong>
      {children}
    </div>
  )
}
