import { createHmac, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Result } from '#shared/kernel/result'
import { attemptWrite } from '../vault/attempt-write'

const mark = z.strictObject({
  v: z.literal(1),
  /** The chain that the machine wrote when it was marked; 32 hex digits. */
  chain: z.string().regex(/^[0-9a-f]{32}$/),
  /** Base64. */
  salt: z.string().min(16).max(64),
  /** What this machine is known by, as `blinded` gives it. */
  identifiers: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(100),
  /** The office came back from its second copy: on whatever machine, its original may have written more. */
  isPutBack: z.literal(true).optional(),
})

/** Lies beside the ledger, so that whoever copies the office copies it too: on another machine nothing in it is found. */
export type MachineMark = z.infer<typeof mark>

/** `unknown`: nothing was marked, or nothing can be read now. */
export type MachineJudgement = 'same' | 'another' | 'unknown'

/** One thing found again is enough: adapters are pulled and changed, and no machine may be taken for another because of that. */
export function judgeMachine(marked: readonly string[], present: readonly string[]): MachineJudgement {
  if (marked.length === 0 || present.length === 0) return 'unknown'
  return present.some(one => marked.includes(one)) ? 'same' : 'another'
}

/**
 * HMAC-SHA-256 of each under a key of the office and a salt: a hardware address has so few values that a salt alone would
 * let whoever has the file try them all.
 */
export const blinded = (identifiers: readonly string[], { key, salt }: { key: Buffer; salt: string }): string[] =>
  identifiers.map(one => createHmac('sha256', key).update(`records-desk-machine/v1\n${salt}\n${one}`).digest('hex'))

export const newSalt = (): string => randomBytes(16).toString('base64')

/** One that is not whole is none: it is written anew, and nobody is taken for another machine by it. */
export function readMark(office: string): MachineMark | null {
  try {
    const read = mark.safeParse(JSON.parse(fs.readFileSync(path.join(office, fileName), 'utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** The file is whole or as it was. */
export function writeMark(office: string, next: MachineMark): Result<void, { kind: 'cannotWrite'; detail: string }> {
  const file = path.join(office, fileName)
  return attemptWrite(() => {
    fs.writeFileSync(`${file}.part`, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600, flush: true })
    fs.renameSync(`${file}.part`, file)
  })
}

const fileName = 'machine.json'
