import { z } from 'zod'

import { addToJournal, journalIn } from '../backup/journal/journal-file.ts'
import { keptBadgesSql } from '../backup/journal/keep-journal.ts'
import { logEvent } from './log-event.ts'

const everyMs = 15_000

/** What goes on beside serving, until it is told to stop. */
export interface Upkeep {
  stop(): Promise<void>
}

const Cell = z.object({ value: z.string() })

function resultOf<Row extends z.ZodType>(row: Row) {
  return z.object({ response: z.object({ result: z.object({ rows: z.array(row) }) }) })
}

/** Answers of the embedded database to our questions, in Hrana's form. */
const Answer = z.object({
  results: z.tuple([
    resultOf(
      z.tuple([Cell, Cell, Cell]).transform(([account, at, lapsed]) => ({
        account: account.value,
        at: Number(at.value),
        ...(lapsed.value === '1' ? { lapsed: true as const } : {}),
      })),
    ),
    resultOf(z.tuple([Cell, Cell]).transform(([award, hash]) => ({ award: award.value, returnHash: hash.value }))),
    z.unknown(),
  ]),
})

/**
 * Keeps the journal of erasures as a file beside the embedded database: it outlives the database, and a restore of an
 * older backup reads it. Asked without a client library, which would stay in this process for its whole life.
 */
export function keepJournalFile(folder: string, { url, token }: { url: string; token: string }): Upkeep {
  const file = journalIn(folder)
  const keep = () =>
    readNoted(url, token)
      .then((noted) => addToJournal(file, noted))
      .catch(() => logEvent('warn', 'the journal of erasures could not be kept beside the database'))
  const timer = setInterval(() => void keep(), everyMs)
  return {
    async stop() {
      clearInterval(timer)
      await keep()
    },
  }
}

const questions = ['select account, at, account in (select account from lapses) from erasures', keptBadgesSql]

async function readNoted(url: string, token: string) {
  const response = await fetch(`${url}/v2/pipeline`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({
      requests: [...questions.map((sql) => ({ type: 'execute', stmt: { sql } })), { type: 'close' }],
    }),
  })
  const [erasures, badges] = Answer.parse(await response.json()).results
  return [...erasures.response.result.rows, ...badges.response.result.rows]
}
