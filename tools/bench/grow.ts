import type { Client, InStatement } from '@libsql/client'

const perStatement = 500
const month = 30 * 86_400_000

/** A year of a learner, as made here: courses begun and done, their lessons, practice questions, and badge tests passed. */
const year = { courses: 3, lessons: 6, questions: 3, drawn: 10 }

/**
 * Learners with a year behind them, made straight in the database: rows of the sizes that the product writes. `from` of
 * the first; every 50 belong to a company.
 */
export async function growLearners(db: Client, from: number, to: number): Promise<void> {
  const { rows } = await db.execute('select version from question_versions limit 1')
  const version = String(rows[0]!.version)
  for (let first = from; first < to; first += perStatement) {
    // One after the other: the database writes one at a time anyway.
    await db.batch(statementsFor(first, Math.min(first + perStatement, to), version), 'write')
  }
}

function statementsFor(first: number, end: number, version: string): InStatement[] {
  const now = Date.now()
  const with_ = `with l as (select value as n, printf('scale-%032d', value) as id from generate_series(${first}, ${end - 1})),
    c as (select value as k, 'course-' || value as course from generate_series(1, ${year.courses})),
    u as (select value as j, 'lesson-number-' || value as lesson from generate_series(1, ${year.lessons})),
    q as (select value as i from generate_series(1, ${year.questions}))`
  const uuid = (...parts: string[]) => `printf('%s-%s', substr(id, 9), ${parts.join(" || '-' || ")})`
  const drawn = `(select json_group_array(json_object('question', 'a-question-of-the-pool-' || value, 'version', '${version}',
    'order', json('[2,0,1]'))) from generate_series(1, ${year.drawn}))`
  const given = `(select json_group_object('a-question-of-the-pool-' || value, json('[1]')) from generate_series(1, ${year.drawn}))`
  const company = `printf('scale-%026d', n / 50)`
  return [
    `${with_} insert into users (id, name, email, email_verified, created_at, updated_at, locale)
      select id, 'Anna Andersson', id || '@scale.example', 1, ${now}, ${now}, 'sv' from l`,
    `${with_} insert into sessions (id, user_id, token, expires_at, created_at, updated_at)
      select id, id, ${uuid("'token'")}, ${now + month}, ${now}, ${now} from l`,
    `${with_} insert or ignore into companies (id, name, municipality, sector, size, created_at)
      select ${company}, 'Verkstad ' || n, '2081', 'C', '50-249', ${now} from l`,
    `${with_} insert or ignore into terms (company, version, courses, at) select ${company}, 1, '"all"', ${now} from l`,
    `${with_} insert into memberships (id, company, learner, role, name, name_key, terms_version, joined_at)
      select substr(id, 7), ${company}, id, iif(n % 50 = 0, 'owner', 'member'), 'Anna Andersson', id, 1, 0 from l`,
    `${with_} insert into course_starts (learner, course, at, last_at) select id, course, ${now}, ${now} from l, c`,
    `${with_} insert into answers (learner, id, course, lesson, question, version, chosen, correct, locale, at)
      select id, ${uuid('k', 'j', 'i')}, course, lesson, 'a-question-' || j || '-' || i, '${version}',
      '[1]', 1, 'sv', ${now} from l, c, u, q`,
    `${with_} insert into latest_answers (learner, course, question, lesson, answer, version, chosen, correct, at)
      select id, course, 'a-question-' || j || '-' || i, lesson, ${uuid('k', 'j', 'i')},
      '${version}', '[1]', 1, ${now} from l, c, u, q`,
    `${with_} insert into lesson_completions (learner, course, lesson, version, at) select id, course, lesson, '${version}', ${now} from l, c, u`,
    `${with_} insert into course_completions (learner, course, version, at, day)
      select id, course, '${version}', ${now}, '2026-11-28' from l, c`,
    `${with_} insert into attempts (learner, id, course, course_version, drawn, draft, opened_at, closed_at)
      select id, ${uuid('k')}, course, '${version}', ${drawn}, null, ${now}, ${now} from l, c`,
    `${with_} insert into submissions (learner, attempt, course, answers, score, passed, locale, at)
      select id, ${uuid('k')}, course, ${given}, 9, 1, 'sv', ${now} from l, c`,
    `${with_} insert into awards (id, learner, badge, course, course_version, attempt, at, day)
      select ${uuid("'award'", 'k')}, id, 'badge-' || k, course, '${version}', ${uuid('k')}, ${now}, '2026-11-28' from l, c`,
    `${with_} insert into credentials (award, subject, valid_from, holder, key, json, jwt)
      select ${uuid("'award'", 'k')}, 'urn:uuid:' || id, ${now}, 'Anna Andersson', 'key-1', hex(zeroblob(1900)), hex(zeroblob(1500))
      from l, c`,
  ]
}
