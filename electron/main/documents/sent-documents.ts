import fs from 'node:fs'
import path from 'node:path'
import { malformation } from '#shared/contracts/facts'
import type { PlainAct } from '#shared/ledger/act'

/** The lines of documents that headquarters sent, as they stand in its act; null where there is no such sending. */
export function sentLines(acts: Iterable<PlainAct>, sendingId: string): readonly string[] | null {
  for (const { facts } of acts)
    for (const fact of facts) {
      if (fact.type !== 'documents.sent@1' || malformation(fact) !== null) continue
      const open = fact.open as unknown as { readonly sendingId: string; readonly lines: readonly string[] } // its shape holds
      if (open.sendingId === sendingId) return open.lines
    }
  return null
}

/**
 * Writes them where an import can read them, and read them again after a crash. The act stays what counts: the file is
 * written anew whenever they are opened. Answers its place.
 */
export function writeSentDocuments(folder: string, sendingId: string, lines: readonly string[]): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const place = path.join(folder, `headquarters-${sendingId}.jsonl`)
  fs.writeFileSync(`${place}.part`, lines.map(line => `${line}\n`).join(''), { mode: 0o600, flush: true })
  fs.renameSync(`${place}.part`, place)
  return place
}
