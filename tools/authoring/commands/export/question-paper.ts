import type { Locale } from '../../../../formats/locales.ts'
import { translator } from '../../../../web/messages/translate.ts'
import { escapeHtml } from '../../language/typography.ts'
import type { Exported } from '../../questions/exported.ts'

const line = '<p><span class="line"></span></p>'

/** A question to be answered with a pen: HTML. */
export function asPaper(exported: Exported, locale: Locale): string {
  const stem = `<div>${exported.stem}</div>`
  switch (exported.form) {
    case 'picks':
      return stem + list(exported.options.map(({ text }) => `<span class="box"></span> ${text}`))
    case 'words':
      return stem + line
    case 'amount':
      return `${stem}<p><span class="line"></span> ${escapeHtml(exported.unit)}</p>`
    case 'pairs': {
      const rights = exported.pairs.map(([, right]) => right).toSorted((a, b) => a.localeCompare(b, locale))
      const lefts = exported.pairs.flatMap(([left]) => (left ? [`${left} <span class="line"></span>`] : []))
      return stem + list(lefts) + list(rights)
    }
    case 'reading':
      return stem + list(exported.parts)
  }
}

/** Its right answer with the reason: HTML. */
export function asKey(exported: Exported, locale: Locale): string {
  switch (exported.form) {
    case 'picks': {
      const right = exported.options.filter((option) => option.right)
      const none = translator(locale)('question.sentence.none')
      const texts = right.length > 0 ? right : [{ text: none, feedback: '' }]
      return list(texts.map(({ text, feedback }) => `<strong>${text}</strong> ${feedback}`))
    }
    case 'words':
      return `<p><strong>${escapeHtml(exported.answers[0]!)}</strong></p><p>${exported.feedback.right}</p>`
    case 'amount': {
      const { answer, tolerance, unit, feedback } = exported
      const within = tolerance === 0 ? '' : ` (±${tolerance.toLocaleString(locale)})`
      const amount = `${answer.toLocaleString(locale, { maximumFractionDigits: 12 })}${within} ${escapeHtml(unit)}`
      return `<p><strong>${amount.trim()}</strong></p><p>${feedback.right}</p>`
    }
    case 'pairs': {
      const pairs = exported.pairs.filter(([left]) => left)
      return `${list(pairs.map(([left, right]) => `${left} → <strong>${right}</strong>`))}<p>${exported.feedback.right}</p>`
    }
    case 'reading':
      return `<ol class="plain">${exported.answer.map((text) => `<li>${text}</li>`).join('')}</ol><p>${exported.feedback}</p>`
  }
}

function list(items: readonly string[]): string {
  return `<ul class="plain">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
}
