import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** `through`, or the status that a server with too much to do, or a provider's gate, answers with instead. */
export type Mood = 'through' | 429 | 503

export interface UnrulyProxy {
  url: string
  mood: Mood
  /** What was answered by the mood, and never reached the server. */
  refused: number
  close(): Promise<void>
}

/** A gate in front of a database's server, which says no for as long as it is told to. */
export async function startUnrulyProxy(target: string): Promise<UnrulyProxy> {
  const server = createServer((asked, answer) => {
    if (proxy.mood === 'through') return pass(target, asked, answer)
    proxy.refused += 1
    asked.resume()
    answer.writeHead(proxy.mood, { 'content-type': 'application/json' }).end('{"error":"too many requests"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: UnrulyProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mood: 'through',
    refused: 0,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return proxy
}

function pass(target: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { url = '/', method, headers } = asked
  const onward = request(String(new URL(url, target)), { method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers)
    response.pipe(answer)
  })
  // The server is not there just now.
  onward.once('error', () => answer.destroy())
  asked.pipe(onward)
}
