import type { Answer, Browser } from './worker.ts'

export const course = 'granska-svaret'
export const lesson = 'three-questions'
export const lessonPath = `/sv/courses/${course}/${lesson}`

/** A form as it stands in a page: where it leads and what it carries. */
export interface PageForm {
  action: string
  id: string
  version: string
  /** Option tokens by the words of the option. */
  tokens: Map<string, string>
}

/** The open practice question of a lesson page. */
export function formOf(page: Answer, question: string): PageForm {
  const html = new RegExp(`<form class="question" id="q-${question}"[\\s\\S]*?</form>`).exec(page.text)?.[0]
  if (!html) throw new Error(`no open question ${question} on the page`)

  const options = [...html.matchAll(/name="o" value="([^"]+)"[^>]*\/><span>([\s\S]*?)<\/span>/g)]
  return {
    action: /action="([^"]+)"/.exec(html)![1]!,
    id: /name="id" value="([^"]+)"/.exec(html)![1]!,
    version: /name="version" value="([^"]+)"/.exec(html)![1]!,
    tokens: new Map(options.map(([, token, words]) => [words!, token!])),
  }
}

/** The tokens of the options whose words begin like one of these. */
export function picks({ tokens }: PageForm, ...beginnings: string[]): string[] {
  return beginnings.map((beginning) => {
    const found = [...tokens].find(([words]) => words.startsWith(beginning))
    if (!found) throw new Error(`no option begins with ${beginning}`)
    return found[1]
  })
}

/** Answers an open question as a form without scripts does. */
export async function answer(
  browser: Browser,
  path: string,
  question: string,
  ...beginnings: string[]
): Promise<Answer> {
  const form = formOf(await browser.get(path), question)
  return browser.post(form.action, { id: form.id, version: form.version, o: picks(form, ...beginnings) })
}
