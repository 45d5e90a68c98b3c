import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { NONCE_PLACEHOLDER } from '../../../build/renderer-build'

/** The policy of the desk window, as the app protocol sends it with every page. */
export const strictPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types records-desk-workers',
  ].join('; ')

export interface ServedPage {
  readonly address: string
  readonly close: () => Promise<void>
}

/** Serves a built page as the app protocol does: a fresh nonce for every load of the HTML. */
export async function serveStrictly(folder: string): Promise<ServedPage> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://desk').pathname)
    const file = path === '/' ? 'index.html' : path
    readFile(join(folder, file)).then(
      bytes => {
        const nonce = randomBytes(16).toString('base64')
        const isPage = extname(file) === '.html'
        response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream')
        if (isPage) response.setHeader('Content-Security-Policy', strictPolicy(nonce))
        response.end(isPage ? bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce) : bytes)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => new Promise(closed => server.close(() => closed())),
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}
