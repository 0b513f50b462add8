import type { Frame } from '../frame.ts'

/** A badge test that was begun and can be gone on with. */
export interface OpenTestView {
  href: string
  until: Date
}

export function OpenTest({ frame: { t }, test }: { frame: Frame; test: OpenTestView }) {
  return (
    <p class="open-test">
      {t('test.is-open', { at: test.until })} <a href={test.href}>{t('test.resume')}</a>
    </p>
  )
}
