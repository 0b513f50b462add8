import { Layout } from '../../components/layout.tsx'
import type { Frame } from '../../frame.ts'

interface OutboxPageProps {
  frame: Frame
  mails: { id: string; to: string; subject: string; text: string; at: Date }[]
}

/** The mails that would have been sent, newest first. */
export function OutboxPage({ frame, mails }: OutboxPageProps) {
  const { t } = frame
  return (
    <Layout frame={frame} title={t('account.outbox.title')} noindex>
      <main id="content" class="section" tabindex={-1}>
        <div class="wrap stack">
          <h1>{t('account.outbox.title')}</h1>
          <p class="lead">{t('account.outbox.lead')}</p>
          {mails.length === 0 ? <p>{t('account.outbox.empty')}</p> : null}
          {mails.map((mail) => (
            <article class="notice stack" aria-labelledby={mail.id}>
              <h2 id={mail.id}>{mail.subject}</h2>
              <p class="soft">{t('account.outbox.to', { to: mail.to, at: mail.at })}</p>
              {mail.text
                .trim()
                .split(/\n{2,}/)
                .map((paragraph) => (
                  <p>
                    <Paragraph text={paragraph} />
                  </p>
                ))}
            </article>
          ))}
        </div>
      </main>
    </Layout>
  )
}

/** Line breaks kept, links made pressable. */
function Paragraph({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line, place) => (
        <>
          {place > 0 ? <br /> : null}
          {line.split(/(https?:\/\/\S+)/).map((part, n) => (n % 2 === 1 ? <Link to={part} /> : part))}
        </>
      ))}
    </>
  )
}

/** An address as it is, which goes on on the next line after one of its strokes rather than within a word. */
function Link({ to }: { to: string }) {
  return (
    <a href={to}>
      {to.split(/(?<=\/)/).map((part) => (
        <>
          {part}
          <wbr />
        </>
      ))}
    </a>
  )
}
