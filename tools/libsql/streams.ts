import { randomBytes } from 'node:crypto'

import { Connection } from './connection.ts'
import { HranaError, type PipelineRequest, problemOf, type StreamResult } from './hrana.ts'
import { Stream } from './stream.ts'
import { WriteTurn } from './write-turn.ts'

interface OpenStream {
  stream: Stream
  idle: NodeJS.Timeout | undefined
}

const mostIdleConnections = 8

/** Every stream of the server: those that live for one request, and those that a baton keeps open between requests. */
export class Streams {
  readonly #file: string
  readonly #idleMs: number
  readonly #turn = new WriteTurn()
  readonly #open = new Map<string, OpenStream>()
  readonly #spare: Connection[] = []

  /** `idleMs`: a stream whose baton nobody came back with for so long is rolled back. */
  constructor(file: string, idleMs: number) {
    this.#file = file
    this.#idleMs = idleMs
    this.#spare.push(new Connection(file))
  }

  /** Answers a pipeline. The baton in the answer keeps the stream; null says that it is closed. */
  async answer({
    baton,
    requests,
  }: PipelineRequest): Promise<{ baton: string | null; base_url: null; results: StreamResult[] }> {
    const stream = baton ? this.#take(baton) : new Stream(this.#connection(), this.#turn)
    const results: StreamResult[] = []
    let closed = false
    try {
      for (const request of requests) {
        results.push(await answerOne(stream, request))
        closed ||= request.type === 'close'
      }
    } catch (error) {
      this.#end(stream)
      throw error
    }
    if (closed) this.#end(stream)
    return { baton: closed ? null : this.#keep(stream), base_url: null, results }
  }

  close(): void {
    for (const { stream, idle } of this.#open.values()) {
      clearTimeout(idle)
      this.#end(stream)
    }
    this.#open.clear()
    this.#spare.at(0)?.checkpoint()
    for (const connection of this.#spare.splice(0)) connection.close()
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

  #connection(): Connection {
    return this.#spare.pop() ?? new Connection(this.#file)
  }

  #end(stream: Stream): void {
    stream.end()
    if (this.#spare.length < mostIdleConnections && !stream.connection.isTainted) this.#spare.push(stream.connection)
    else stream.connection.close()
  }
}

async function answerOne(stream: Stream, request: PipelineRequest['requests'][number]): Promise<StreamResult> {
  try {
    return { type: 'ok', response: await stream.answer(request) }
  } catch (error) {
    return { type: 'error', error: problemOf(error) }
  }
}
