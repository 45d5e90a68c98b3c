import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import { contentSecurityPolicy } from './content-security-policy'
import type { BuiltFile } from './built-files'
import { isOwnUrl } from './origins'

export interface AppProtocol {
  readonly files: ReadonlyMap<string, BuiltFile>
  /** Paths answered by the program itself, such as the stream of acts. */
  readonly routes: Readonly<Record<string, (url: URL) => Response | Promise<Response>>>
}

const noncePlaceholder = '__NONCE__'

/** Answers app://bundle/…: files of the build and our own routes; anything else is 404. */
export function serveApp({ files, routes }: AppProtocol): (request: Request) => Promise<Response> {
  return async request => {
    if (!isOwnUrl(request.url)) return notFound()
    if (request.method !== 'GET') return new Response(null, { status: 405 })
    const url = new URL(request.url)
    const route = Object.hasOwn(routes, url.pathname) ? routes[url.pathname] : undefined
    if (route) return route(url)
    const file = files.get(url.pathname)
    if (!file) return notFound()
    return file.type.startsWith('text/html') ? page(file) : plainFile(file)
  }
}

const notFound = () => new Response(null, { status: 404 })

async function page(file: BuiltFile): Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  const html = (await fs.readFile(file.path, 'utf8')).replaceAll(noncePlaceholder, nonce)
  return new Response(html, {
    headers: {
      'content-type': file.type,
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
      ...fixedHeaders,
    },
  })
}

async function plainFile(file: BuiltFile): Promise<Response> {
  const bytes = await fs.readFile(file.path)
  // A worker has a policy of its own, so scripts carry one too.
  const policy = file.type.startsWith('text/javascript')
    ? { 'content-security-policy': contentSecurityPolicy('none') }
    : {}
  const entity = { 'content-type': file.type, 'content-length': `${bytes.byteLength}`, ...keepingOf(file) }
  return new Response(asTheyAre(bytes), { headers: { ...entity, ...policy, ...fixedHeaders } })
}

/** Chromium lays by a second copy of whatever may be asked for again: of the whole fonts it would be 40 MB. */
const keepingOf = ({ type }: BuiltFile) => (type === 'font/ttf' ? { 'cache-control': 'no-store' } : {})

/** A body given as bytes is copied by Response: of the 40 MB of fonts for letters, half a second of main's time. */
const asTheyAre = (bytes: Uint8Array) =>
  new ReadableStream({
    start: content => {
      content.enqueue(bytes)
      content.close()
    },
  })

const fixedHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
