import type { TextKind } from '../../formats/locales.ts'
import type { Frame } from '../frame.ts'
import type { Child } from '../html/html.ts'
import { inText, textNames } from '../urls.ts'
import { Icon } from './icon.tsx'

interface TextSwitchProps {
  frame: Frame
  /** In which words the page is; undefined where there are no others. */
  text: TextKind | undefined
  /** The page's own address. */
  page: string
  /** The id of a form on the page: without scripts it is sent first, so that what stands in it is not lost. */
  form?: string
}

/** How the text is read: a row under the head of a page that is there in easy Swedish as well. */
export function TextSwitch({ frame: { t }, text, page, form }: TextSwitchProps) {
  if (!text) return null
  const isEasy = text === 'easy'
  const other = isEasy ? 'usual' : 'easy'
  const words: Child = (
    <>
      {isEasy ? <Icon name="check" /> : null}
      {t('reading.easy')}
      <span class="vh">{t(isEasy ? 'reading.easy.on' : 'reading.easy.off')}</span>
    </>
  )
  const current = isEasy ? { 'aria-current': 'true' as const } : {}
  return (
    <div class="reading no-print" role="group" aria-label={t('reading')}>
      <div class="wrap">
        <a
          class="reading__tool"
          href={inText(page, other)}
          {...current}
          {...(form ? { 'data-with-script': true } : {})}
        >
          {words}
        </a>
        {form ? (
          <button
            class="reading__tool"
            form={form}
            name="intent"
            value={textNames[other]}
            {...current}
            data-without-script
          >
            {words}
          </button>
        ) : null}
      </div>
    </div>
  )
}

/** Said first on a page in easy Swedish. */
export function EasyNotice({ frame: { t }, text }: Pick<TextSwitchProps, 'frame' | 'text'>) {
  return text === 'easy' ? <p class="soft">{t('reading.easy.notice')}</p> : null
}
