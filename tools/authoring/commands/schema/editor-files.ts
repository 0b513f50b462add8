import { z } from 'zod'

import { questionTypes } from '../../../../worker/questions/registry.ts'
import { EstimateHead } from '../../files/estimate-head.ts'
import {
  CompetencesFile,
  CourseFile,
  DomainsFile,
  FactsFile,
  GlossaryFile,
  LessonHead,
  PathsFile,
  QuestionHead,
  SurveyFile,
  WordsFile,
} from '../../files/schemas.ts'
import { CannotGoOn } from '../command.ts'
import { questionSnippets } from './snippets.ts'

const folder = '.vscode/courses'
export const settingsPath = '.vscode/settings.json'

/** By the name of the file that each is the form of, wherever the folder with the courses lies. */
const yamlFiles = {
  'course.yml': CourseFile,
  'competences.yml': CompetencesFile,
  'facts.yml': FactsFile,
  'glossary.yml': GlossaryFile,
  'paths.yml': PathsFile,
  'domains.yml': DomainsFile,
  'words.yml': WordsFile,
  'survey.yml': SurveyFile,
}

/** What stands within a lesson: no editor finds it there by itself, but an assistant or a program of one's own can use it. */
const withinMarkdown = {
  lesson: LessonHead,
  question: QuestionHead.extend({ type: z.enum(Object.keys(questionTypes)).optional() }),
  estimate: EstimateHead,
}

/** Every file but the settings, with its text, by its path. */
export const editorFiles: ReadonlyMap<string, string> = new Map([
  ...Object.entries(yamlFiles).map(([name, schema]) => [schemaPath(name), textOf(jsonSchemaOf(name, schema))] as const),
  ...Object.entries(withinMarkdown).map(
    ([name, schema]) => [schemaPath(name), textOf(jsonSchemaOf(name, schema))] as const,
  ),
  ['.vscode/courses.code-snippets', textOf(questionSnippets())],
  ['.vscode/extensions.json', textOf({ recommendations: ['redhat.vscode-yaml'] })],
])

/**
 * The settings with the schemas tied to the files, and whatever else there is left as it is. Throws where they hold
 * comments: they would be lost.
 */
export function withSchemas(settings: string | undefined): string {
  const ties = Object.fromEntries(Object.keys(yamlFiles).map((name) => [`./${schemaPath(name)}`, `**/${name}`]))
  const own = z.record(z.string(), z.unknown()).safeParse(settings === undefined ? {} : jsonIn(settings))
  if (!own.success) {
    const words = `${settingsPath} is no plain JSON, and is left as it is; put this into it yourself, and run again with --check`
    throw new CannotGoOn(`${words}:\n${textOf({ 'yaml.schemas': ties })}`)
  }
  const others = z.record(z.string(), z.unknown()).catch({}).parse(own.data['yaml.schemas'])
  return textOf({ ...own.data, 'yaml.schemas': { ...others, ...ties } })
}

function schemaPath(name: string): string {
  return `${folder}/${name.replace('.yml', '')}.schema.json`
}

/** As somebody writes it, so that what has a default may be left out. Draft 7 is what editors read. */
function jsonSchemaOf(name: string, schema: z.ZodType): object {
  return { title: name, ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function textOf(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
