import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Passed {
  readonly method: string
  readonly path: string
}

export interface PassedAnswer {
  readonly status: number
  readonly body: Buffer
}

/** Stands between a desk and headquarters, and knows what each of them was given. */
export interface HoldingProxy {
  readonly url: string
  /** Calls that come from now on wait until `letIn`. */
  holdBack(): void
  letIn(): void
  close(): Promise<void>
}

export interface ProxyWatch {
  /** The call has gone on to headquarters. */
  readonly asked?: (call: Passed) => void
  /** Headquarters has answered and the desk has not heard it: it will once this returns, unless it is to be `lost`. */
  readonly answered: (call: Passed, answer: PassedAnswer) => Promise<'heard' | 'lost'>
}

/** Whole calls, one by one: an answer is held in the hand before it is passed on. */
export async function holdingProxy(target: number, watch: ProxyWatch): Promise<HoldingProxy> {
  let gate = Promise.resolve()
  let open = (): void => undefined
  const server = http.createServer((near, answer) => {
    const call: Passed = { method: near.method ?? '', path: near.url ?? '' }
    const lose = () => near.socket.destroy() // of a message that was read whole, `destroy` would leave it open
    void (async () => {
      const body = await whole(near)
      await gate
      const far = http.request({
        ...{ host: '127.0.0.1', port: target, method: call.method, path: call.path, headers: near.headers },
        agent: false,
      })
      far.once('error', lose)
      far.once('response', response => {
        void whole(response)
          .then(async bytes => {
            const told = await watch.answered(call, { status: response.statusCode ?? 0, body: bytes })
            if (told === 'lost') return lose()
            answer.writeHead(response.statusCode ?? 502, response.headers)
            answer.end(bytes)
          })
          .catch(lose)
      })
      far.end(body, () => watch.asked?.(call))
    })().catch(lose)
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    holdBack: () => void (gate = new Promise(resolve => (open = resolve))),
    letIn: () => open(),
    close: () => new Promise(resolve => (server.close(() => resolve()), server.closeAllConnections())),
  }
}

async function whole(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
