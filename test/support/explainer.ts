import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

import Database from 'libsql'

/** Columns of a table, or of an index on it, by its page in the file: what a cursor on it reads. */
interface Page {
  table: string
  columns: string[]
}

/**
 * Tells tests in workerd which columns statements look at, by SQLite's own plan for them: POST a JSON array of statements
 * and get the columns of all of them, `table.column`. It reads the file of the tests' database by itself, since our
 * server hands out no byte code.
 */
export async function startExplainer(file: string): Promise<{ url: string; close(): void }> {
  const db = new Database(file, { readonly: true })
  const pages = readPages(db)
  const server = createServer((request, response) => {
    void answer(request).then(
      (columns) => response.end(JSON.stringify(columns)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      db.close()
    },
  }

  async function answer(request: IncomingMessage): Promise<string[]> {
    const statements = JSON.parse(await text(request)) as string[]
    return [...new Set(statements.flatMap((statement) => columnsOf(stepsOf(db, statement), pages)))].toSorted()
  }
}

function readPages(db: Database.Database): Map<number, Page> {
  const rows = db
    .prepare(`select rootpage, type, name, tbl_name from sqlite_schema
    where rootpage > 0 and tbl_name not like 'sqlite!_%' escape '!'`)
    .raw(true)
    .all()
  return new Map(
    (rows as [number, string, string, string][]).map(([page, type, name, table]) => {
      const list = type === 'table' ? 'select name from pragma_table_info(?)' : 'select name from pragma_index_xinfo(?)'
      const columns = (db.prepare(list).raw(true).all([name]) as [string][]).map(([column]) => column)
      return [page, { table, columns }]
    }),
  )
}

type Step = [addr: number, opcode: string, p1: number, p2: number]

function stepsOf(db: Database.Database, statement: string): Step[] {
  const values = Array.from(statement.matchAll(/\?/g), () => null)
  return db.prepare(`explain ${statement}`).raw(true).all(values) as Step[]
}

/** A value that is looked at is read by a cursor; what is only searched for in an index is not looked at. */
function columnsOf(steps: readonly Step[], pages: ReadonlyMap<number, Page>): string[] {
  const cursors = new Map<number, Page>()
  const found: string[] = []
  for (const [at, [addr, opcode, p1, p2]] of steps.entries()) {
    // After a statement's own steps come those of triggers.
    if (at > 0 && addr === 0) break
    if (opcode.startsWith('Open') || opcode === 'ReopenIdx') {
      cursors.delete(p1)
      const page = opcode === 'OpenRead' || opcode === 'ReopenIdx' ? pages.get(p2) : undefined
      if (page) cursors.set(p1, page)
    }
    const on = cursors.get(p1)
    if (opcode === 'Column' && on) found.push(`${on.table}.${on.columns[p2]}`)
  }
  return found
}
