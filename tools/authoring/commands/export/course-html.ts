import type { Lesson, LessonSummary, Locale, Question } from '../../../../formats/catalogue/catalogue.ts'
import { withEstimates } from '../../../../formats/catalogue/estimate-parts.ts'
import { escapeHtml } from '../../language/typography.ts'
import type { CourseImage } from '../../markdown/images.ts'
import type { Exported } from '../../questions/exported.ts'
import { authoringOf } from '../../questions/registry.ts'
import { ownIds } from './own-ids.ts'
import { portableBody } from './portable-body.ts'
import { asKey, asPaper } from './question-paper.ts'
import { inlineStyles } from './inline-styles.ts'
import type { Taught } from './taught.ts'

const words = {
  sv: {
    lessons: 'Lektioner',
    minutes: (minutes: number) => `${minutes} min`,
    practice: 'Öva',
    guess: 'Din gissning',
    keys: 'Facit till övningarna',
    question: (number: number) => `Fråga ${number}`,
    from: 'Hela kursen på papper. Svaren på övningarna står sist. Badgeprovet gör du i Navet; dess frågor finns inte här.',
  },
  en: {
    lessons: 'Lessons',
    minutes: (minutes: number) => `${minutes} min`,
    practice: 'Practise',
    guess: 'Your guess',
    keys: 'Answers to the practice questions',
    question: (number: number) => `Question ${number}`,
    from: 'The whole course on paper. Answers to the practice questions stand last. You take the badge test in Navet; its questions are not here.',
  },
} as const

/** A course as one page that needs nothing beside it, to be read and printed: lessons, practice, what one takes home, key. */
export async function courseHtml(taught: Taught): Promise<string> {
  const { summary, course, locale } = taught
  const own = words[locale]
  const title = escapeHtml(summary.title[locale])
  const lessons = summary.lessons.map((head, i) => ({ ...head, ...course.lessons[i]! }))
  const keys = lessons.map(
    ({ title, questions }) =>
      `<h2>${escapeHtml(title[locale])}</h2>${questions.map((question, i) => answerOf(question, i + 1, locale)).join('')}`,
  )
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${await inlineStyles()}${sheet}</style>
</head>
<body>
<main>
${headOf(title, summary.summary[locale])}
<article class="lesson-text lesson-text--end">
<p>${own.from}</p>
${ownIds(portable(course.about[locale], taught), 'about')}
<h2>${own.lessons}</h2>
<ol>${lessons.map(({ id, title, minutes }) => `<li><p><a href="#${id}">${escapeHtml(title[locale])}</a>, ${own.minutes(minutes)}</p></li>`).join('')}</ol>
</article>
${lessons.map((lesson) => lessonPart(lesson, taught)).join('\n')}
<section class="part">${headOf(escapeHtml(summary.artefact[locale]), '')}
<article class="lesson-text lesson-text--end">${ownIds(portable(course.artefact[locale], taught), 'artefact')}</article></section>
<section class="part">${headOf(own.keys, '')}
<article class="lesson-text lesson-text--end">${keys.join('\n')}</article></section>
</main>
</body>
</html>
`
}

/** Each part begins on a sheet of its own. */
const sheet = `
@media print { .part { break-before: page } }
.paper, .answer-line { margin-block: var(--s-3); break-inside: avoid }
.paper > h3 { margin-block-end: var(--s-1) }
.paper :is(ul, ol), .answer-line p + p { margin-block-start: var(--s-1) }
.paper blockquote { margin: var(--s-1) 0 0 var(--s-2) }
:is(.paper, .estimate) .line { border-block-end: 1px solid; display: inline-block; inline-size: 14rem; max-inline-size: 100%; block-size: 1.5em }
ol.plain { list-style: decimal; padding-inline-start: 1.5em }`

function headOf(title: string, lead: string): string {
  return `<div class="lesson-head f-falu"><div class="wrap"><h1>${title}</h1>${lead && `<p class="lead">${escapeHtml(lead)}</p>`}</div></div>`
}

type PrintedLesson = Omit<LessonSummary, 'questions'> & Lesson

function lessonPart({ id, title, outcome, body, estimates = [], questions }: PrintedLesson, taught: Taught): string {
  const { locale } = taught
  const own = words[locale]
  const asked = questions.map((question, i) => {
    const exported = authoringOf(question).export(question, locale)
    return `<div class="paper"><h3>${own.question(i + 1)}</h3>${portable(asPaper(exported, locale), taught)}</div>`
  })
  const text = withEstimates(
    body[locale],
    estimates.map(({ id, unit }) => ({ id, html: guessLine(own.guess, unit[locale]), isFolded: true })),
  )
  return `<section class="part" id="${id}">${headOf(escapeHtml(title[locale]), outcome[locale])}
<article class="lesson-text lesson-text--end">${ownIds(portable(text, taught), id)}
<h2>${own.practice}</h2>
${asked.join('\n')}
</article></section>`
}

function guessLine(label: string, unit: string): string {
  return `<p>${label}: <span class="line"></span> ${escapeHtml(unit)}</p>`
}

function answerOf(question: Question, number: number, locale: Locale): string {
  const exported: Exported = authoringOf(question).export(question, locale)
  return `<div class="answer-line"><h3>${words[locale].question(number)}</h3>${asKey(exported, locale)}</div>`
}

/** Lessons of the course are parts of the page, and pictures lie in it. */
function portable(html: string, { course, images, locale }: Taught): string {
  return portableBody(html, {
    page(address) {
      const found = course.lessons.find(({ id }) => address.split('#')[0] === `/${locale}/courses/${course.id}/${id}`)
      return found && `#${found.id}`
    },
    picture: (address) => embedded(images.find((image) => image.address === address)) ?? address,
  })
}

const types: Record<string, string> = { svg: 'svg+xml', jpg: 'jpeg' }

function embedded(image: CourseImage | undefined): string | undefined {
  if (!image) return undefined
  const ending = image.address.slice(image.address.lastIndexOf('.') + 1)
  return `data:image/${types[ending] ?? ending};base64,${Buffer.from(image.bytes).toString('base64')}`
}
