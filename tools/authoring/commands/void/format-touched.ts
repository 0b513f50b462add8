import type { Touched } from './count-touched.ts'
import type { KnownVersion } from './known-versions.ts'

export function formatTouched(question: string, touched: Touched): string {
  const { tests, people, passing, open, practised, unread } = touched
  return [
    `${question}: ${count(tests, 'test')} handed in with it, by ${count(people, 'person', 'people')}; ${passing} of them pass by it and get the badge`,
    `  ${count(open, 'test')} open with it; ${count(practised, 'person has', 'people have')} answered it in a lesson`,
    ...(unread > 0 ? [`  ${count(unread, 'test')} of the course cannot be read: nothing is counted of that`] : []),
  ].join('\n')
}

export function formatVersions(question: string, versions: readonly KnownVersion[]): string {
  const lines = versions.map(({ version, stem, since, stands }) => {
    const when = since === undefined ? 'not live yet' : `since ${since}`
    return `  ${version}  ${when}${stands ? ', as it stands' : ''}  ${stem}`
  })
  return [`${question}: ${count(versions.length, 'version')}`, ...lines, ''].join('\n')
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}
