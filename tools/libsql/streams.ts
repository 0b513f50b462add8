import { randomBytes } from 'node:crypto'

import { Connection, type SchemaClock } from './connection.ts'
import { prepareFile } from './database-file.ts'
import { HranaError, problemOf } from './hrana.ts'
import type { Permission } from './permission.ts'
import type { Pipeline, StreamRequest } from './pipeline.ts'
import type { Json } from './json.ts'
import { Stream } from './stream.ts'
import { WriteTurn } from './write-turn.ts'

interface OpenStream {
  stream: Stream
  idle: NodeJS.Timeout | undefined
}

const mostIdleConnections = 8
const mostStreams = 128

/** Every stream of the server: those that live for one request, and those that a baton keeps open between requests. */
export class Streams {
  readonly #file: string
  readonly #idleMs: number
  readonly #turn = new WriteTurn()
  readonly #clock: SchemaClock = { now: 0 }
  readonly #permission: Permission
  readonly #open = new Map<string, OpenStream>()
  readonly #spare: Connection[] = []
  #count = 0
  #isClosing = false

  /** `idleMs`: a stream whose baton nobody came back with for so long is rolled back. */
  constructor(file: string, idleMs: number) {
    prepareFile(file)
    this.#file = file
    this.#idleMs = idleMs
    const first = new Connection(file, this.#clock)
    this.#permission = first.permission()
    this.#spare.push(first)
  }

  /** Answers a pipeline. The baton in the answer keeps the stream; null says that it is closed. */
  async answer({ baton, requests }: Pipeline): Promise<Json> {
    const stream = baton ? this.#take(baton) : this.#begin()
    stream.begin()
    const results: Json[] = []
    try {
      for (const request of requests) results.push(await answerOne(stream, request))
    } catch (error) {
      this.#end(stream)
      throw error
    }
    const next = stream.isClosed || this.#isClosing ? 'null' : `"${this.#keep(stream)}"`
    if (next === 'null') this.#end(stream)
    return `{"baton":${next},"base_url":null,"results":[${results.join()}]}`
  }

  /** Rolls back the transactions that wait for their next request; what is being answered goes on. */
  closeIdle(): void {
    this.#isClosing = true
    for (const { stream, idle } of this.#open.values()) {
      clearTimeout(idle)
      this.#end(stream)
    }
    this.#open.clear()
  }

  close(): void {
    this.closeIdle()
    foldIn(this.#spare.at(0))
    for (const connection of this.#spare.splice(0)) connection.close()
  }

  #begin(): Stream {
    if (this.#count >= mostStreams) throw new HranaError('too many streams are open', 'TOO_MANY_STREAMS')
    const connection = this.#spare.pop() ?? new Connection(this.#file, this.#clock)
    this.#count += 1
    return new Stream(connection, this.#turn, this.#permission)
  }

  #take(baton: string): Stream {
    const found = this.#open.get(baton)
    if (!found) throw new HranaError('the stream has expired or its baton is unknown', 'STREAM_EXPIRED')
    clearTimeout(found.idle)
    this.#open.delete(baton)
    return found.stream
  }

  #keep(stream: Stream): string {
    const baton = randomBytes(18).toString('base64url')
    const idle = setTimeout(() => {
      this.#open.delete(baton)
      this.#end(stream)
    }, this.#idleMs)
    this.#open.set(baton, { stream, idle })
    return baton
  }

  #end(stream: Stream): void {
    this.#count -= 1
    stream.end()
    if (this.#spare.length < mostIdleConnections && !stream.connection.isTainted) this.#spare.push(stream.connection)
    else stream.connection.close()
  }
}

async function answerOne(stream: Stream, request: StreamRequest): Promise<Json> {
  try {
    return `{"type":"ok","response":${await stream.answer(request)}}`
  } catch (error) {
    return `{"type":"error","error":${JSON.stringify(problemOf(error))}}`
  }
}

/** Where there is no room for it the log stays beside the file, as after a kill: whoever opens the file next has it all. */
function foldIn(connection: Connection | undefined): void {
  try {
    connection?.checkpoint()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && /^SQLITE_(FULL|IOERR)/.test(String(error.code)))) throw error
  }
}
