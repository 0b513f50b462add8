import { Icon } from './icon.tsx'

/** What a press ends, and what stays as it is: before a question is answered. */
export function Claims({ ends, stays }: { ends: string[]; stays: string[] }) {
  return (
    <ul class="claims">
      {ends.map((text) => (
        <li>
          <Icon name="no" />
          <p>{text}</p>
        </li>
      ))}
      {stays.map((text) => (
        <li>
          <Icon name="right" />
          <p>{text}</p>
        </li>
      ))}
    </ul>
  )
}
