import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

import { onTestFinished } from 'vitest'

/** A server that takes every call and never answers; gone when the test ends. */
export async function silentServer() {
  const server = createServer((socket) => socket.on('error', () => undefined))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
