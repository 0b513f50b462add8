import type { Child } from '../html/html.ts'

interface SendAgainProps {
  action: string
  fields: [string, string][]
  children: Child
}

/** A form that was sent once already, with everything in it: one press sends it again. */
export function SendAgain({ action, fields, children }: SendAgainProps) {
  return (
    <form method="post" action={action}>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p>
        <button class="button button--wide">{children}</button>
      </p>
    </form>
  )
}
