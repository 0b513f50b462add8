import { type InBoth, type Locale } from '../../../formats/catalogue/catalogue.ts'
import { inBoth } from '../language/in-both.ts'
import { checkMarkdown } from '../markdown/check-markdown.ts'
import type { MarkdownContext } from '../markdown/markdown-context.ts'
import { type PageKind, renderPage } from '../markdown/render-page.ts'
import type { Problems } from '../problems/problem.ts'
import type { WrittenCourse } from '../written/written-course.ts'
import type { WrittenPage } from '../written/written-page.ts'
import { inOneLanguage, withCases, type WrittenVariant } from '../written/written-variants.ts'

/** A page's text for each trade that has a worked case or a picture of its own there, by the variant's id. */
export type Variants = Record<string, InBoth<string>>

/** Renders a page once for each variant in which it looks different; undefined where it does in none. */
export function compileVariants(
  pages: InBoth<WrittenPage<unknown>>,
  variants: readonly WrittenVariant[],
  contexts: InBoth<MarkdownContext>,
  kind: PageKind,
): Variants | undefined {
  if (variants.length === 0) return undefined
  // A draft's lines are those of the page's own file, which a variant's text is not in.
  const plain = inBoth((locale) => ({ ...contexts[locale], draft: false }))
  const own = inBoth((locale) => renderPage(pages[locale].body, plain[locale], kind))
  const all = variants.flatMap((variant): [string, InBoth<string>][] => {
    const html = inBoth((locale) => renderVariant(pages[locale], variant, plain[locale], kind))
    return html.sv === own.sv && html.en === own.en ? [] : [[variant.id, html]]
  })
  return all.length > 0 ? Object.fromEntries(all) : undefined
}

function renderVariant(
  { body, path }: WrittenPage<unknown>,
  { id, texts }: WrittenVariant,
  context: MarkdownContext,
  kind: PageKind,
): string {
  const { images, locale, problems } = context
  const inVariant = { ...context, images: images.of(id) }
  const text = texts[locale].get(nameOf(path))
  if (!text) return renderPage(body, inVariant, kind)

  checkMarkdown(text, inVariant, 'text')
  const whole = withCases(body, text)
  if (!whole) {
    const message = `${path} has another number of worked cases (<!-- case --> under a heading); each is replaced by the one in its place`
    problems.error('S63', text.place, message)
  }
  return renderPage(whole ?? body, inVariant, kind)
}

/** Reports variants without a name, names without a variant, and texts that belong to no page or to one language alone. */
export function checkVariants(course: WrittenCourse, problems: Problems): void {
  const { head, variants, id } = course
  const named = head?.value?.variants
  for (const variant of variants) {
    if (named && !Object.hasOwn(named, variant.id)) {
      const message = `the variant ${variant.id} has no name in course.yml; write variants: { ${variant.id}: { sv: …, en: … } }`
      problems.error('S63', { path: `${id}/course.yml`, line: 1 }, message)
    }
    for (const [locale, texts] of Object.entries(variant.texts) as [Locale, WrittenVariant['texts'][Locale]][])
      for (const [name, { place }] of texts)
        if (!fileNames(course, locale).includes(name))
          problems.error('S63', place, `the course has no ${locale}/${name} for which this could stand`)
    for (const { place, missing } of inOneLanguage(variant, (name, locale) => twinOf(course, name, locale)))
      problems.error('S63', place, `${missing} is missing beside it; a variant has both languages`)
  }
  for (const name of Object.keys(named ?? {}))
    if (!variants.some((variant) => variant.id === name))
      problems.error('S63', head!.at('variants', name), `there is no folder variants/${name}`)
}

function fileNames({ lessons }: WrittenCourse, locale: Locale): string[] {
  return ['artefact.md', ...lessons[locale].map(({ path }) => nameOf(path))]
}

/** The other language's file of the same lesson. */
function twinOf({ lessons }: WrittenCourse, name: string, locale: Locale): string | undefined {
  if (name === 'artefact.md') return name
  const lesson = lessons[locale].find(({ path }) => nameOf(path) === name)?.head.written('id')
  const twin = lessons[locale === 'sv' ? 'en' : 'sv'].find(({ head }) => head.written('id') === lesson)
  return lesson === undefined ? undefined : twin && nameOf(twin.path)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
