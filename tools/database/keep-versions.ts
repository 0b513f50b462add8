import type { Client, InStatement } from '@libsql/client'

import { type AchievementVersion, achievementsOf } from '../../worker/badges/achievements.ts'
import type { Catalogue, Course, CourseSummary, Question } from '../../formats/catalogue/catalogue.ts'
import { wholeCourse } from '../../worker/courses/course-parts.ts'
import { passMark, testLength } from '../../worker/quizzes/rules.ts'

const perBatch = 100

/**
 * Keeps every question and course version of a catalogue, and what its badges stand for, in the database, for ever
 * (docs/decisions/001-data-model.md): what is there already stays as it is; only the words of a badge may be mended. Run at start and
 * at deploy, before the new build serves anybody.
 */
export async function keepVersions(client: Client, catalogue: Catalogue, now: Date): Promise<void> {
  const statements: InStatement[] = []
  for (const summary of catalogue.courses) {
    const course = await wholeCourse(catalogue, summary.id)
    statements.push(courseVersion(summary, now))
    for (const { page, questions } of pagesOf(course)) {
      for (const question of questions) {
        statements.push(questionVersion(summary.id, question, now), questionPlace(question, page))
      }
    }
  }
  const achievements = achievementsOf(catalogue, { questions: testLength, passMark })
  statements.push(...achievements.map((achievement) => achievementVersion(achievement, now)))

  for (let from = 0; from < statements.length; from += perBatch) {
    await client.batch(statements.slice(from, from + perBatch), 'write')
  }
}

function pagesOf({ lessons, pool }: Course) {
  return [...lessons.map(({ id, questions }) => ({ page: id, questions })), { page: 'badge', questions: pool }]
}

function courseVersion(course: CourseSummary, now: Date): InStatement {
  const lessons = course.lessons.map(({ id, questions }) => ({ id, questions }))
  return {
    sql: 'insert into course_versions (course, version, lessons, first_seen_at) values (?, ?, ?, ?) on conflict do nothing',
    args: [course.id, course.version, JSON.stringify(lessons), now.getTime()],
  }
}

function questionVersion(course: string, question: Question, now: Date): InStatement {
  return {
    sql: `insert into question_versions (version, course, question, key_hash, content, first_seen_at)
      values (?, ?, ?, ?, ?, ?) on conflict do nothing`,
    args: [question.version, course, question.id, question.keyHash, JSON.stringify(question), now.getTime()],
  }
}

function questionPlace({ version }: Question, page: string): InStatement {
  return {
    sql: 'insert into question_places (version, page) values (?, ?) on conflict do nothing',
    args: [version, page],
  }
}

/** The words of a version may be mended. */
function achievementVersion({ badge, version, content }: AchievementVersion, now: Date): InStatement {
  return {
    sql: `insert into achievements (badge, version, content, first_seen_at) values (?, ?, ?, ?)
      on conflict do update set content = excluded.content where content <> excluded.content`,
    args: [badge, version, JSON.stringify(content), now.getTime()],
  }
}
