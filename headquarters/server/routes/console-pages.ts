import fs from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../answers'
import type { Parts } from '../parts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** As the build leaves it in pages: a fresh one for every load. */
const noncePlaceholder = '__NONCE__'

/** The console's own pages: built files of one folder, by their exact names. They hold nothing of an office. */
export function consolePages(server: FastifyInstance, { consoleFolder, random }: Parts): void {
  const files = filesIn(consoleFolder)

  server.get('/console/*', { config: { who: 'anybody' } }, (request, reply) => {
    const asked = (request.params as { '*': string })['*'] || 'index.html'
    const file = files.get(asked)
    const type = types[path.extname(asked)]
    if (!file || !type) return refuse(reply, 'notFound')
    const nonce = random(16).toString('base64')
    void reply
      .type(type)
      .header('content-security-policy', policy(nonce))
      .header('cache-control', asked === 'index.html' ? 'no-store' : 'public, max-age=31536000, immutable')
      .headers({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
    const bytes = fs.readFileSync(file)
    return reply.send(asked === 'index.html' ? bytes.toString().replaceAll(noncePlaceholder, nonce) : bytes)
  })
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  if (!fs.existsSync(folder)) return new Map() // not built: the server does without
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return new Map(names.map(name => [name.split(path.sep).join('/'), path.join(folder, name)]))
}

const policy = (nonce: string): string =>
  [
    ...["default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data:"],
    ...["font-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'"],
    ...["frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'"],
  ].join('; ')
