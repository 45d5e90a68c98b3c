import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'

interface CdpMessage {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

interface Waiting {
  resolve(result: unknown): void
  reject(error: Error): void
}

/** The DevTools protocol over Chromium's --remote-debugging-pipe: NUL-terminated JSON both ways. */
export class CdpConnection extends EventEmitter {
  #nextId = 0
  #partial: Buffer[] = []
  readonly #waiting = new Map<number, Waiting>()
  readonly #sessions = new Map<string, CdpSession>()
  readonly #write: Writable

  constructor(write: Writable, read: Readable) {
    super()
    this.setMaxListeners(0)
    this.#write = write
    write.on('error', () => this.#fail())
    read.on('error', () => this.#fail())
    read.on('close', () => this.#fail())
    read.on('data', (chunk: Buffer) => this.#take(chunk))
  }

  send<T = unknown>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++this.#nextId
    const sent = new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as (result: unknown) => void, reject })
    })
    this.#write.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    return sent
  }

  session(sessionId: string): CdpSession {
    const known = this.#sessions.get(sessionId)
    if (known) return known
    const session = new CdpSession(this, sessionId)
    this.#sessions.set(sessionId, session)
    return session
  }

  #take(chunk: Buffer): void {
    let rest = chunk
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      this.#partial.push(rest.subarray(0, end))
      const text = this.#partial.length === 1 ? this.#partial[0]! : Buffer.concat(this.#partial)
      this.#partial = []
      rest = rest.subarray(end + 1)
      this.#dispatch(JSON.parse(text.toString('utf8')) as CdpMessage)
    }
    if (rest.length > 0) this.#partial.push(rest)
  }

  #dispatch(message: CdpMessage): void {
    if (message.id !== undefined) {
      const waiting = this.#waiting.get(message.id)
      this.#waiting.delete(message.id)
      if (message.error) waiting?.reject(new Error(message.error.message))
      else waiting?.resolve(message.result)
    } else if (message.method !== undefined) {
      const target = message.sessionId === undefined ? this : this.#sessions.get(message.sessionId)
      target?.emit(message.method, message.params)
      if (message.method === 'Target.detachedFromTarget') this.#detach(message.params as { sessionId: string })
    }
  }

  /** The page has been closed, by whomever. */
  #detach({ sessionId }: { sessionId: string }): void {
    this.#sessions.get(sessionId)?.emit('detached')
    this.#sessions.delete(sessionId)
  }

  #fail(): void {
    for (const waiting of this.#waiting.values()) waiting.reject(new Error('The browser has gone away'))
    this.#waiting.clear()
  }
}

export class CdpSession extends EventEmitter {
  readonly #connection: CdpConnection
  readonly #sessionId: string

  constructor(connection: CdpConnection, sessionId: string) {
    super()
    this.setMaxListeners(0)
    this.#connection = connection
    this.#sessionId = sessionId
  }

  send<T = unknown>(method: string, params: object = {}): Promise<T> {
    return this.#connection.send<T>(method, params, this.#sessionId)
  }
}
