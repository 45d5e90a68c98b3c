import { once } from 'node:events'
import net from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { buildServer } from '../../../headquarters/server/build-server'
import type { TestHeadquarters } from '../../support/headquarters/test-headquarters'

const lines = 200

/** Somebody who holds connections open and never says what they want. */
export function slowLinesTests(of: () => TestHeadquarters): void {
  test('whoever never ends a head or a body keeps nobody else waiting, and is cut off by a limit', async () => {
    const { parts } = of()
    const server = await buildServer({ ...parts, config: { ...parts.config, logLevel: 'silent' } })
    await server.listen({ host: '127.0.0.1', port: 0 })
    const { port } = server.server.address() as AddressInfo
    const begun = (nth: number): string =>
      nth % 2 === 0
        ? 'GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: '
        : 'POST /v1/segments HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nx'
    const slow = Array.from({ length: lines }, (_, nth) => {
      const socket = net.connect(port, '127.0.0.1')
      socket.on('error', () => undefined).write(begun(nth))
      return socket
    })
    try {
      await Promise.all(slow.map(socket => once(socket, 'connect')))
      for (let round = 0; round < 20; round++)
        expect((await fetch(`http://127.0.0.1:${port}/health`, { headers: { connection: 'close' } })).status).toBe(200)
      expect(slow.filter(({ destroyed }) => destroyed)).toEqual([]) // they were there all the time
      const { headersTimeout, requestTimeout } = server.server as { headersTimeout: number; requestTimeout: number }
      expect([headersTimeout, requestTimeout]).toEqual([15_000, 300_000])
      const long = await fetch(`http://127.0.0.1:${port}/health`, { headers: { 'x-long': 'a'.repeat(20_000) } })
      expect(long.status).toBe(431)
    } finally {
      for (const socket of slow) socket.destroy()
      await server.close()
    }
    console.log(`headquarters: answered 20 times beside ${lines} connections that never end what they say`)
  })
}
