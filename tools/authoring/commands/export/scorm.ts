import { strToU8, zipSync } from 'fflate'

import type { CourseImage } from '../../markdown/images.ts'
import { escapeHtml } from '../../language/typography.ts'
import { CannotGoOn } from '../command.ts'
import { bundlePlayer } from './bundle-player.ts'
import { hashOf } from './player/hash-of.ts'
import type { PlayedCourse } from './player/played-course.ts'
import { longestRemembered, mostRemembered } from './player/progress.ts'
import { portableQuestion } from './portable-question.ts'
import { portableBody } from './portable-body.ts'
import { scormManifest } from './scorm-manifest.ts'
import type { Taught } from './taught.ts'

/**
 * A course as a SCORM 1.2 package. Throws CannotGoOn where a platform could not remember the answers to all of it.
 * Source: SCORM 1.2 Content Aggregation Model, 2.4 (the package is a ZIP with the manifest at its root).
 */
export async function scormPackage({ summary, course, images, locale }: Taught): Promise<Uint8Array> {
  const asked = course.lessons.flatMap(({ questions }) => questions)
  const longest = longestRemembered(asked)
  if (longest > mostRemembered)
    throw new CannotGoOn(
      `SCORM 1.2 remembers ${mostRemembered} characters, and answers to ${asked.length} questions may take ${longest}: the course is too long for one package`,
    )

  const title = summary.title[locale]
  const player = await bundlePlayer(playedCourse({ summary, course, images, locale }))
  const shown = images.map(({ address, bytes }) => [pictureIn(address), bytes] as const)
  const files = new Map<string, string | Uint8Array>([['index.html', pageOf(title, locale)], ...player, ...shown])
  const manifest = scormManifest({ ...summary, title, locale, files: [...files.keys()] })
  return zipped(new Map([['imsmanifest.xml', manifest], ...files]))
}

function playedCourse({ summary, course, images, locale }: Taught): PlayedCourse {
  const used = new Set(images.map(({ address }) => address))
  const elsewhere = {
    page(address: string) {
      const lesson = course.lessons.find(({ id }) => address.split('#')[0] === `/${locale}/courses/${course.id}/${id}`)
      return lesson && hashOf(lesson.id)
    },
    picture: (address: string) => (used.has(address) ? pictureIn(address) : address),
  }
  return {
    locale,
    title: summary.title[locale],
    lessons: course.lessons.map(({ id, body, estimates = [], questions }, i) => {
      const { title, outcome, minutes } = summary.lessons[i]!
      const text = portableBody(body[locale], elsewhere)
      const asked = questions.map((question) => portableQuestion(question, (html) => portableBody(html, elsewhere)))
      return { id, title: title[locale], outcome: outcome[locale], minutes, body: text, estimates, questions: asked }
    }),
  }
}

/** `/assets/courses/…/name.svg` */
function pictureIn(address: CourseImage['address']): string {
  return address.slice(1)
}

function pageOf(title: string, locale: string): string {
  const needed = locale === 'sv' ? 'Kursen behöver JavaScript.' : 'The course needs JavaScript.'
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="player.css">
<script src="player.js" defer></script>
</head>
<body>
<main id="content"></main>
<noscript><p>${needed}</p></noscript>
</body>
</html>
`
}

/** The same bytes each time: files in one order, of one day. */
function zipped(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const entries = [...files].map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, { mtime: new Date(1980, 0, 2), level: 9 })
}
