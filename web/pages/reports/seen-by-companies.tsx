import { Icon } from '../../components/icon.tsx'
import type { Frame } from '../../frame.ts'

/** The companies that see something, each with the way to exactly what it sees. */
export function SeenByCompanies({
  frame: { t },
  companies,
}: {
  frame: Frame
  companies: { name: string; href: string }[]
}) {
  return (
    <ul class="files">
      {companies.map(({ name, href }) => (
        <li>
          <a href={href}>
            <Icon name="arrow" />
            <b>{t('seen.title', { company: name })}</b>
          </a>
        </li>
      ))}
    </ul>
  )
}
