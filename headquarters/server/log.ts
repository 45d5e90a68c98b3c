import type { FastifyServerOptions } from 'fastify'

/**
 * Fields that may stand in the log; every other one is left out, whoever logs it. Ids and counts, never a name, a
 * number of a document, a body, a header, a query, or what the database says of values.
 */
const allowed = new Set([
  ...['level', 'time', 'reqId', 'method', 'route', 'status', 'ms', 'bytes', 'kind', 'reference', 'office', 'chain'],
  ...['added', 'cases', 'migrations', 'host', 'port', 'embedded', 'version', 'signal', 'error', 'role'],
])

/** pino writes what this leaves of a line. */
export const logOptions = (
  level: string,
  stream?: { write(line: string): void },
): Exclude<FastifyServerOptions['logger'], boolean | undefined> => ({
  level,
  base: null,
  formatters: {
    level: label => ({ level: label }),
    log: fields => Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name))),
  },
  // Libraries put an error's message there. Ours are words; what holds a digit or a sign may be somebody's.
  hooks: {
    logMethod(args, method) {
      const [first, message] = args as unknown[]
      const fields = typeof first === 'object' && first !== null && !(first instanceof Error) ? first : {}
      const said = typeof first === 'string' ? first : message
      method.call(this, fields, typeof said === 'string' && /^[a-z ,-]{1,80}$/.test(said) ? said : '')
    },
  },
  ...(stream ? { stream } : {}),
})

/**
 * What may be said of a bug: its class, its code, and where it was thrown. Not its message, which may quote what somebody
 * had sent.
 */
export function traceOf(cause: unknown): {
  readonly name: string
  readonly code?: string
  readonly at: readonly string[]
} {
  if (!(cause instanceof Error)) return { name: typeof cause, at: [] }
  const { code } = cause as NodeJS.ErrnoException
  const frames = (cause.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  return {
    name: cause.name,
    ...(typeof code === 'string' ? { code } : {}),
    at: frames.slice(0, 8).map(one => one.trim()),
  }
}
