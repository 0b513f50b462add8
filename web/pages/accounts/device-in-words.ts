import type { Device } from '../../../worker/accounts/device.ts'
import type { Translate } from '../../messages/translate.ts'

/** A device as its owner knows it: "Android-mobil, Chrome". */
export function deviceInWords(t: Translate, { machine, browser }: Device): string {
  return t('account.sessions.device', {
    machine: t(`account.machine.${machine}`),
    browser: t(`account.browser.${browser}`),
  })
}
