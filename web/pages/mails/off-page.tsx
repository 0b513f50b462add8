import { Door } from '../../components/door.tsx'
import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'
import { urls } from '../../urls.ts'

interface OffPageProps {
  frame: Frame
  /** Of the link in the letter. */
  token: string
  letter: 'weekly'
  /** Whether they are sent. */
  isOn: boolean
}

/** Where a letter's own link leads, signed in or not: one kind of letters, off or on with one press. */
export function OffPage({ frame, token, letter, isOn }: OffPageProps) {
  const { t, locale } = frame
  const name = t(`mail.${letter}.name`)
  const title = t(isOn ? 'mail.off.title' : 'mail.off.done.title', { letter: name })
  return (
    <Layout frame={frame} title={title} noindex>
      <Door field="copper" title={title} lead={t(isOn ? 'mail.off.lead' : 'mail.off.done.lead', { letter: name })}>
        <form class="form" method="post" action={(isOn ? urls.mailOff : urls.mailOn)(locale, token)}>
          <button class={isOn ? 'button button--wide' : 'button button--plain'}>
            {t(isOn ? 'mail.off.do' : 'mail.off.undo', { letter: name })}
          </button>
        </form>
      </Door>
    </Layout>
  )
}
