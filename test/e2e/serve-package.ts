import { createServer, type Server } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'

import { unzipSync } from 'fflate'
import { onTestFinished } from 'vitest'

import { compileCourses } from '../../tools/authoring/compile/compile.ts'
import { readCourses } from '../../tools/authoring/files/read-courses.ts'
import { scormPackage } from '../../tools/authoring/commands/export/scorm.ts'
import type { Locale, Question } from '../../formats/catalogue/catalogue.ts'

const runTime = readFileSync(createRequire(import.meta.url).resolve('scorm-again/scorm12'), 'utf8')
const types: Record<string, string> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
}

/** A platform's page: an independent run-time around the package, which keeps what is committed as a platform does. */
const platform = `<!doctype html><html lang="sv"><title>LMS</title><body style="margin:0">
<script src="/run-time.js"></script>
<script>
  window.API = new Scorm12API({ autocommit: false, logLevel: 5 })
  const kept = localStorage.getItem('cmi')
  if (kept) API.loadFromJSON(JSON.parse(kept))
  API.on('LMSCommit', () => localStorage.setItem('cmi', JSON.stringify(API.cmi)))
  API.on('LMSFinish', () => localStorage.setItem('finished', 'yes'))
</script>
<iframe src="/package/index.html" title="course" width="390" height="800"></iframe></body></html>`

interface Played {
  questions: Question[][]
  address: string
}

/** The package of a course, or of several as one: nothing but its own files, under the strictest policy there is. */
export async function servePackage(locale: Locale, ...ids: string[]): Promise<Played> {
  const { courses, summaries, images } = compileCourses(await readCourses('courses', 'test/fixtures/question-types'))
  const parts = ids.map((id) => courses.find((course) => course.id === id)!)
  const heads = ids.map((id) => summaries.find((summary) => summary.id === id)!)
  const course = { ...parts[0]!, lessons: parts.flatMap(({ lessons }) => lessons) }
  const summary = { ...heads[0]!, lessons: heads.flatMap(({ lessons }) => lessons) }
  const shown = images.filter(({ address }) => ids.some((id) => address.startsWith(`/assets/courses/${id}/`)))
  const files = unzipSync(await scormPackage({ summary, course, images: shown, locale }))
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://lms')
    if (pathname === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(platform)
    if (pathname === '/run-time.js') return response.writeHead(200, { 'content-type': types.js }).end(runTime)
    if (pathname === '/favicon.ico') return response.writeHead(204).end()
    const file = files[pathname.replace('/package/', '')]
    if (!file) return response.writeHead(404).end()
    const type = types[pathname.split('.').at(-1)!] ?? 'application/octet-stream'
    const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'"
    return response.writeHead(200, { 'content-type': type, 'content-security-policy': policy }).end(file)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { questions: course.lessons.map(({ questions }) => questions), address: `http://127.0.0.1:${port}/` }
}
