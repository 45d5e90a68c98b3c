import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { err, ok, type Result } from '#shared/kernel/result'

const port = z.coerce.number().int().min(0).max(65_535)

/** Everything that can be set: in a JSON file under these names, or in the environment under those of `names`. */
const shape = z.strictObject({
  /** Keys, blobs, and the embedded cluster. */
  folder: z.string().min(1).default(defaultFolder),
  host: z.string().min(1).default('127.0.0.1'),
  port: port.default(8787),
  /** PostgreSQL 15 or later; the embedded one where it is missing. */
  databaseUrl: z.string().startsWith('postgres').optional(),
  /** Of the embedded cluster, on loopback; any free one where it is missing. */
  databasePort: port.optional(),
  databaseConnections: z.coerce.number().int().min(2).max(200).default(10),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Requests a minute of one machine, and of an address that is none. */
  requestsAMinute: z.coerce.number().int().min(1).default(600),
  enrolmentsAMinute: z.coerce.number().int().min(1).default(10),
  /** Behind a proxy that ends TLS: whose word about the caller's address counts. */
  trustedProxies: z.string().optional(),
  /** How long requests may still run when headquarters is told to stop. */
  stopWithinSeconds: z.coerce.number().int().min(1).max(300).default(20),
})

export type Config = z.infer<typeof shape>

const names: Readonly<Record<keyof Config, string>> = {
  folder: 'HQ_FOLDER',
  host: 'HQ_HOST',
  port: 'HQ_PORT',
  databaseUrl: 'DATABASE_URL',
  databasePort: 'HQ_DATABASE_PORT',
  databaseConnections: 'HQ_DATABASE_CONNECTIONS',
  logLevel: 'HQ_LOG_LEVEL',
  requestsAMinute: 'HQ_REQUESTS_A_MINUTE',
  enrolmentsAMinute: 'HQ_ENROLMENTS_A_MINUTE',
  trustedProxies: 'HQ_TRUSTED_PROXIES',
  stopWithinSeconds: 'HQ_STOP_WITHIN_SECONDS',
}

export type ConfigProblem =
  | { readonly kind: 'configUnreadable'; readonly file: string }
  /** Never the value: it may be a password. */
  | { readonly kind: 'configWrong'; readonly setting: string }

/** The environment goes before the file (`HQ_CONFIG`), the file before what is built in. */
export function readConfig(environment: NodeJS.ProcessEnv): Result<Config, ConfigProblem> {
  const file = environment['HQ_CONFIG']
  let fromFile: unknown = {}
  if (file) {
    try {
      fromFile = JSON.parse(fs.readFileSync(file, 'utf8'))
    } catch {
      return err({ kind: 'configUnreadable', file })
    }
  }
  const set = Object.entries(names).flatMap(([setting, name]) => {
    const value = environment[name]
    return value === undefined || value === '' ? [] : [[setting, value] as const]
  })
  const read = shape.safeParse({ ...(fromFile as object), ...Object.fromEntries(set) })
  if (read.success) return ok(read.data)
  const issue = read.error.issues[0]
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  return err({ kind: 'configWrong', setting: unknown ?? issue?.path.join('.') ?? '' })
}

/** As root below /var/lib, because PostgreSQL then runs as another user who must reach it. */
function defaultFolder(): string {
  if (process.getuid?.() === 0) return '/var/lib/records-desk-headquarters'
  const home = process.env['XDG_DATA_HOME'] ?? path.join(os.homedir(), '.local', 'share')
  return path.join(home, 'records-desk-headquarters')
}
