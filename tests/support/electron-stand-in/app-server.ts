import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { privilegesOf } from './custom-protocol'
import { appAddress, shownAddress, type AppAddress } from './origin-map'
import { externalAttempts, trace } from './program-state'
import type { Session } from './session'

export const cookieName = 'stand-in-key'

/**
 * Chromium's only way out. It is the browser's proxy: requests for our own host names are answered by main's real
 * protocol handler, every other one is written down and cut.
 */
export class AppServer {
  /** Other programs on this machine may find the port; without this cookie they get 403. */
  readonly key = randomBytes(24).toString('base64url')
  readonly #server: Server
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
    this.#server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
      this.#answer(request, response).catch(error => {
        trace('request failed', request.url, error)
        request.socket.destroy()
      })
    })
    this.#server.on('connect', (request, socket) => {
      // A CONNECT carries the host only; the page's own events give the whole address (page-attempts.ts).
      noteCut(`https://${String(request.url).replace(/:443$/, '')}/`)
      socket.destroy()
    })
    this.#server.on('upgrade', (request, socket) => {
      noteCut(String(request.url))
      socket.destroy()
    })
  }

  async listen(): Promise<number> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve))
    return (this.#server.address() as AddressInfo).port
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = absoluteUrl(request)
    const address = appAddress(url)
    if (!address) {
      noteCut(url)
      request.socket.destroy()
      return
    }
    if (!this.#holdsKey(request)) {
      response.writeHead(403).end()
      return
    }
    const handler = this.#session.protocol.handlerOf(address.scheme)
    const refusal = handler ? refusalFor(address, request) : 'no handler'
    if (!handler || refusal) {
      trace('refused', address.url, refusal)
      response.writeHead(404).end()
      return
    }
    await send(await handler(await requestFor(address, request)), response)
  }

  #holdsKey(request: IncomingMessage): boolean {
    return cookiesOf(request).includes(`${cookieName}=${this.key}`)
  }
}

export function noteExternal(url: string): void {
  trace('external', url)
  if (!externalAttempts.includes(url)) externalAttempts.push(url)
}

/**
 * Addresses that a full Chrome or Edge asks for on its own account (time, updates, sign-in). They are cut like the rest,
 * but are not the program's doing; a page that asked for one is noted by page-attempts.ts.
 */
const browserServices =
  /(^|\.)(google\.com|googleapis\.com|gstatic\.com|gvt1\.com|microsoft\.com|msedge\.net|bing\.com|msn\.com)$/

/** An attempt that reached the server, from whatever part of the browser; a CONNECT has a host and nothing more. */
function noteCut(url: string): void {
  const { host, hostname, protocol, pathname } = new URL(url)
  if (browserServices.test(hostname)) return trace('cut a request of the browser itself', url)
  const known = protocol === 'https:' && pathname === '/' && externalAttempts.some(each => new URL(each).host === host)
  if (!known) noteExternal(url)
}

function absoluteUrl(request: IncomingMessage): string {
  const target = request.url ?? '/'
  return target.startsWith('/') ? `http://${request.headers.host ?? ''}${target}` : target
}

/** What a real custom scheme may not do without its privilege. */
function refusalFor({ scheme }: AppAddress, { headers }: IncomingMessage): string | undefined {
  const allowed = privilegesOf(scheme)
  if (headers['service-worker'] && !allowed.allowServiceWorkers) return 'no allowServiceWorkers privilege'
  if (headers['sec-fetch-dest'] === 'empty' && !allowed.supportFetchAPI) return 'no supportFetchAPI privilege'
  return undefined
}

const transportHeaders = /^(host|connection|proxy-connection|content-length|transfer-encoding|cookie|sec-.*)$/

async function requestFor(address: AppAddress, request: IncomingMessage): Promise<Request> {
  const method = request.method ?? 'GET'
  const headers = headersFor(request)
  if (method === 'GET' || method === 'HEAD') return new Request(address.url, { method, headers })
  return new Request(address.url, { method, headers, body: await bodyOf(request) })
}

function headersFor(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || transportHeaders.test(name)) continue
    const text = Array.isArray(value) ? value.join(', ') : value
    headers.set(name, name === 'origin' || name === 'referer' ? shownAddress(text) : text)
  }
  const own = cookiesOf(request).filter(cookie => !cookie.startsWith(`${cookieName}=`))
  if (own.length > 0) headers.set('cookie', own.join('; '))
  return headers
}

async function send(answer: Response, response: ServerResponse): Promise<void> {
  if (answer.type === 'error') {
    response.destroy()
    return
  }
  response.statusCode = answer.status
  for (const [name, value] of answer.headers) response.appendHeader(name, value)
  if (!answer.body) {
    response.end()
    return
  }
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), response)
}

function cookiesOf(request: IncomingMessage): string[] {
  return (request.headers.cookie ?? '').split('; ').filter(cookie => cookie !== '')
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}
