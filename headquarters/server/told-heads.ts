import fs from 'node:fs'
import type { Head } from '#shared/ledger/exchange/head'

/**
 * Which heads of headquarters' own chains offices were told of, in a file beside the database. A database that was put back
 * to a backup holds less than that, and is found out before headquarters says something else under the same number.
 */
export interface ToldHeads {
  note(officeId: number, head: Head): void
  /** Whether the office was told of a later head of the chain than this one, or of another one in its place. */
  isBehind(officeId: number, head: Head): boolean
}

export function toldHeads(file: string): ToldHeads {
  const told = new Map<string, Head>()
  const keyOf = (officeId: number, chain: string) => `${officeId} ${chain}`
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  const lines = text.split('\n').filter(Boolean)
  for (const line of lines) {
    const [, officeId, chain, seq, hash] = lineShape.exec(line) ?? [] // a line that a power cut left half written is none
    if (chain && hash) told.set(keyOf(Number(officeId), chain), { chain, seq: Number(seq), hash })
  }
  const isTorn = text !== '' && !text.endsWith('\n')
  if (isTorn || lines.length > 2 * told.size + roomy) writeWhole(file, told)
  const append = (officeId: number, { chain, seq, hash }: Head) =>
    fs.appendFileSync(file, `${officeId} ${chain} ${seq} ${hash}\n`, { mode: 0o600, flush: true })
  return {
    note: (officeId, head) => {
      const before = told.get(keyOf(officeId, head.chain))
      if (before && before.seq >= head.seq) return
      append(officeId, head)
      told.set(keyOf(officeId, head.chain), head)
    },
    isBehind: (officeId, { chain, seq, hash }) => {
      const known = told.get(keyOf(officeId, chain))
      return known !== undefined && (known.seq > seq || (known.seq === seq && known.hash !== hash))
    },
  }
}

const lineShape = /^(\d{9}) ([0-9a-f]{32}) (\d{1,10}) ([0-9a-f]{64})$/
const roomy = 1_000

function writeWhole(file: string, told: ReadonlyMap<string, Head>): void {
  const lines = [...told].map(([key, { chain, seq, hash }]) => `${key.split(' ')[0]} ${chain} ${seq} ${hash}\n`)
  fs.writeFileSync(`${file}.part`, lines.join(''), { mode: 0o600, flush: true })
  fs.renameSync(`${file}.part`, file)
}
