import type { Tokens } from 'marked'
import { posix } from 'node:path'

import { locales, type Locale } from '../../../formats/catalogue/catalogue.ts'
import { sectionAt } from '../../../formats/catalogue/section-at.ts'
import { inText, urls } from '../../../web/urls.ts'
import { didYouMean } from '../problems/near-miss.ts'
import type { Place, Problems } from '../problems/problem.ts'

/** Where links may lead: pages of the courses, by file or by address, and the domains of domains.yml. */
export class Addresses {
  readonly #pages: ReadonlyMap<string, string>
  readonly #domains: ReadonlySet<string> | undefined
  readonly #problems: Problems

  /** `pages`: address on the site by path in the courses folder; of a heading with an id by `path#slug`. */
  constructor(pages: ReadonlyMap<string, string>, domains: ReadonlySet<string> | undefined, problems: Problems) {
    this.#pages = pages
    this.#domains = domains
    this.#problems = problems
  }

  check(link: Pick<Tokens.Link, 'href' | 'text'>, place: () => Place, locale: Locale): void {
    const { href } = link
    if (isBareMail(link)) return
    if (/^https?:\/\//i.test(href) && URL.canParse(href)) this.#checkDomain(new URL(href).hostname, place)
    else if (isWithinSite(href)) this.#checkPage(href, place, locale)
    else if (isFile(href)) this.#checkFile(href, place)
    else
      this.#problems.error(
        'S31',
        place(),
        `the link "${href.slice(0, 60)}" leads nowhere; begin it with https:// or /, or name a lesson's file`,
      )
  }

  /** The link's address in a page, or undefined when only its text is to be shown. */
  addressOf(link: Tokens.Link, path: string): string | undefined {
    const { href } = link
    if (isBareMail(link)) return undefined
    if (/^https?:\/\//i.test(href) || isWithinSite(href)) return href
    return isFile(href) ? this.#pages.get(fileOf(href, path)) : undefined
  }

  #checkDomain(host: string, place: () => Place): void {
    if (!this.#domains || [...this.#domains].some((domain) => host === domain || host.endsWith(`.${domain}`))) return
    const hint = 'add the domain to domains.yml, or write the address as `code` to show it without a link'
    this.#problems.error('S32', place(), `links to ${host} are not allowed; ${hint}`)
  }

  #checkPage(href: string, place: () => Place, locale: Locale): void {
    const [path = ''] = href.split(/[?#]/)
    const own = [...this.#pages.values()]
    const heading = href.split('#')[1]
    if (own.includes(path) && heading && !own.includes(`${path}#${heading}`))
      this.#problems.error(
        'S34',
        place(),
        `the page ${path.slice(0, 80)} has no #${heading.slice(0, 40)}${didYouMean(`${path}#${heading}`, own)}; ${byFile}`,
      )
    const pages = [...sitePages, ...own]
    if (pages.includes(path) || elsewhere.test(path)) return
    const near = didYouMean(
      path,
      pages.filter((page) => page.startsWith(`/${locale}/`)),
    )
    this.#problems.error('S34', place(), `the page ${path.slice(0, 80)} does not exist${near}`)
  }

  #refuseHeading(heading: string, file: string, place: () => Place): void {
    const known = [...this.#pages.keys()].filter((path) => path.startsWith(`${file}#`))
    const near = didYouMean(
      heading,
      known.map((path) => path.slice(file.length + 1)),
    )
    const hint = 'a heading that is linked to has <!-- id: … --> on the line under it, and the link GitHub’s name of it'
    this.#problems.error(
      'S34',
      place(),
      `no heading of ${file.slice(0, 80)} is #${heading.slice(0, 40)}${near || `; ${hint}`}`,
    )
  }

  #checkFile(href: string, place: () => Place): void {
    const path = fileOf(href, place().path)
    if (this.#pages.has(path)) return
    const [file = '', heading] = path.split('#')
    if (heading !== undefined && this.#pages.has(file)) return this.#refuseHeading(heading, file, place)
    const files = [...this.#pages.keys()].filter((known) => !known.includes('#'))
    this.#problems.error('S34', place(), `the file ${path.slice(0, 80)} does not exist${didYouMean(path, files)}`)
  }
}

const byFile = 'link to the file and its heading, as 02-three-questions.md#the-three-questions'

/** Pages that are there whatever the courses are. */
const sitePages = locales.flatMap((locale) =>
  [
    'catalogue',
    'starter',
    'competences',
    'verify',
    'me',
    'privacy',
    'signIn',
    'companies',
    'joinForm',
    'about',
    'accessibility',
  ].map((name) => urls[name as 'catalogue'](locale)),
)
/** Pages of things that are not in the courses folder, or that other features answer. */
const elsewhere = /^\/(?:sv|en)\/(?:paths|hub|search|start)(?:\/[a-z0-9-]+)?$/

/** The pages of a course by the paths of their files. */
export function pagesOf(
  course: string,
  lessons: readonly {
    path: string
    locale: Locale
    isEasy?: boolean | undefined
    id: string
    headings: readonly { id: string; slug: string }[]
  }[],
): [string, string][] {
  return [
    ...locales.flatMap((locale): [string, string][] => [
      [`${course}/${locale}/course.md`, urls.course(locale, course)],
      [`${course}/${locale}/badge.md`, urls.badgeTest(locale, course)],
      [`${course}/${locale}/artefact.md`, urls.artefact(locale, course)],
    ]),
    ...lessons.flatMap(({ path, locale, isEasy, id, headings }): [string, string][] => {
      const address = inText(urls.lesson(locale, course, id), isEasy ? 'easy' : undefined)
      return [
        [path, address],
        ...headings.map((heading): [string, string] => [
          `${path}#${heading.slug}`,
          `${address}#${sectionAt(heading.id)}`,
        ]),
      ]
    }),
  ]
}

/** A mail address in running text is an example more often than an invitation, so it stays text. */
function isBareMail({ href, text }: Pick<Tokens.Link, 'href' | 'text'>): boolean {
  return href === `mailto:${text}`
}

function isWithinSite(href: string): boolean {
  return /^\/(?![/\\])/.test(href) && !/[\\\s]/.test(href)
}

function isFile(href: string): boolean {
  return /^(?:[\w./-]+\.md)?(?:#[^\s#]+)?$/.test(href) && href !== ''
}

function fileOf(href: string, from: string): string {
  if (href.startsWith('#')) return from + decoded(href)
  return decoded(posix.normalize(posix.join(posix.dirname(from), href)))
}

/** GitHub writes å as %C3%A5 in an address that is copied from its page. */
function decoded(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}
