import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { Json } from '#shared/ledger/act'
import { isLeftover, readSettled, removeDurably, writeAtomically } from './atomic-file'
import { attemptWrite } from './attempt-write'
import { openBox, sealBox } from './sealed-box'
import { joinPath, type VaultFiles } from './vault-files'

/** What a clerk has begun and not yet done: sealed files, one per name. Not acts; they leave no trace in the ledger. */
export interface Drafts {
  save(name: string, content: Json): Result<{ savedAt: number }, Problem>
  /** Null where there is none; `notFound` where the file is there and does not open. */
  load(name: string): Result<{ content: Json; savedAt: number } | null, Problem>
  /** Newest first; a file that does not open is left out. */
  list(): readonly { name: string; savedAt: number }[]
  /** Removes the file. An SSD may keep the sealed bytes for a while; they open only with the office's key. */
  discard(name: string): Result<void, Problem>
}

export interface DraftOptions {
  readonly files: VaultFiles
  readonly folder: string
  readonly key: Buffer
  /** Milliseconds since 1970. */
  readonly now: () => number
}

interface Draft {
  readonly savedAt: number
  readonly content: Json
}

const suffix = '.draft'
const draftName = /^(?!(?:con|prn|aux|nul)$)[a-z]{1,40}(-[a-z0-9-]{1,40})?$/ // the four are devices on Windows

export function openDrafts({ files, folder, key, now }: DraftOptions): Drafts {
  files.makeFolder(folder)
  for (const name of files.list(folder))
    if (isLeftover(name)) attemptWrite(() => removeDurably(files, joinPath(folder, name)))

  const fileOf = (name: string) => joinPath(folder, name + suffix)
  const read = (name: string): Draft | 'damaged' | null => {
    const sealed = readSettled(files, fileOf(name))
    if (sealed === null) return null
    const plain = openBox(key, aadOf(name), sealed)
    return plain === null ? 'damaged' : (JSON.parse(plain.toString('utf8')) as Draft) // authenticated: we wrote it
  }
  const named = <T>(name: string, work: () => Result<T, Problem>): Result<T, Problem> =>
    draftName.test(name) ? work() : err({ kind: 'badInput', detail: 'draftName' })

  return {
    save: (name, content) =>
      named(name, () => {
        const draft: Draft = { savedAt: now(), content }
        const sealed = sealBox(key, aadOf(name), Buffer.from(JSON.stringify(draft), 'utf8'))
        const written = attemptWrite(() => writeAtomically(files, fileOf(name), sealed))
        return written.ok ? ok({ savedAt: draft.savedAt }) : written
      }),
    load: name =>
      named(name, () => {
        const draft = read(name)
        return draft === 'damaged' ? err({ kind: 'notFound' }) : ok(draft)
      }),
    list: () =>
      files
        .list(folder)
        .filter(file => file.endsWith(suffix))
        .map(file => file.slice(0, -suffix.length))
        .filter(name => draftName.test(name))
        .flatMap(name => {
          const draft = read(name)
          return draft === null || draft === 'damaged' ? [] : [{ name, savedAt: draft.savedAt }]
        })
        .sort((a, b) => b.savedAt - a.savedAt),
    discard: name => named(name, () => attemptWrite(() => removeDurably(files, fileOf(name)))),
  }
}

const aadOf = (name: string) => JSON.stringify(['draft/1', name])
