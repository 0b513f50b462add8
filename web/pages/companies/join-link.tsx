import { codeInGroups } from './code-in-groups.ts'
import { urls } from '../../urls.ts'
import type { LateFrame } from '../../frame.ts'

interface JoinLinkProps {
  frame: LateFrame
  code: string
  /** Where join links lead: never taken from the request's Host. */
  baseUrl: string
}

/** A way in, as a link to send and as a code to read out. */
export function JoinLink({ frame: { t, locale }, code, baseUrl }: JoinLinkProps) {
  return (
    <dl class="facts measure">
      <div>
        <dt>{t('team.invite.link')}</dt>
        <dd>
          <code>{`${baseUrl}${urls.join(locale, code)}`}</code>
        </dd>
      </div>
      <div>
        <dt>{t('team.invite.code')}</dt>
        <dd>{codeInGroups(code)}</dd>
      </div>
    </dl>
  )
}
