import type { Device } from '../../../worker/accounts/device.ts'
import { urls } from '../../urls.ts'
import type { Frame } from '../../frame.ts'
import { deviceInWords } from './device-in-words.ts'

/** One place where the learner is signed in. */
export interface OwnSession {
  id: string
  device: Device
  /** The day it was last used, as it is written in words. */
  day: string
  isHere: boolean
}

/** Where one is signed in, each to be ended, and all at once. */
export function SessionList({ frame, sessions }: { frame: Frame; sessions: OwnSession[] }) {
  const { t } = frame
  return (
    <>
      <ul class="stack me-addresses">
        {sessions.map((session) => (
          <SessionRow frame={frame} session={session} />
        ))}
      </ul>
      {sessions.length > 1 ? <EndForm frame={frame} end="others" words={t('account.sessions.others')} /> : null}
      <EndForm frame={frame} end="all" words={t('account.me.out-everywhere')} signsOut />
    </>
  )
}

function SessionRow({ frame, session }: { frame: Frame; session: OwnSession }) {
  const { t } = frame
  const { id, device, day, isHere } = session
  const name = deviceInWords(t, device)
  return (
    <li>
      <span>
        <strong>{name}</strong> {isHere ? t('account.sessions.here') : t('account.sessions.used', { day })}
      </span>
      {isHere ? null : (
        <EndForm
          frame={frame}
          end={id}
          words={t('account.sessions.end')}
          label={t('account.sessions.end.one', { device: name, day })}
        />
      )}
    </li>
  )
}

interface EndFormProps {
  frame: Frame
  end: string
  words: string
  label?: string
  signsOut?: boolean
}

function EndForm({ frame: { locale }, end, words, label, signsOut = false }: EndFormProps) {
  return (
    <form method="post" action={urls.sessions(locale)} {...(signsOut ? { 'data-sign-out': '' } : {})}>
      <button class="button button--plain" name="end" value={end} aria-label={label}>
        {words}
      </button>
    </form>
  )
}
