import fs from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '#shared/kernel/result'
import type { PutBackFailure } from '#shared/contracts/put-back-channels'
import { otherChainsFolder, partedFolder } from '../ledger/other-chains'
import { subjectKeysFileName } from '../vault/subject-key-mirror'
import type { Argon2Params } from '../vault/password-key'
import { parseVaultRecord, vaultFileName, type VaultRecord } from '../vault/vault-file'

/** One file of the copy and where the same file lies in an office. */
export interface CopiedFile {
  readonly from: string
  /** Below the folder of the office. */
  readonly to: string
  readonly bytes: number
}

/** The second copy of an office, as it lies in the folder that an administrator once chose. Never written to. */
export interface OfficeCopy {
  readonly folder: string
  readonly record: VaultRecord
  /** vault.json and the subject keys. */
  readonly keys: readonly CopiedFile[]
  /** Segments of journals and sealed files. */
  readonly rest: readonly CopiedFile[]
}

const chainName = /^[0-9a-f]{32}$/
const journalName = /^([0-9a-f]{32})(?:\.\d+)?$/
const segmentName = /^\d{6}\.seg$/
const blobName = /^[0-9a-f]{64}\.blob$/

/** What an office must have, and what of it the folder holds. Reads names and vault.json, and no record. */
export function readOfficeCopy(folder: string, floor: Argon2Params): Result<OfficeCopy, PutBackFailure> {
  try {
    const vaultFile = path.join(folder, 'vault', vaultFileName)
    if (!fs.existsSync(vaultFile)) return err('notACopy')
    const parsed = parseVaultRecord(fs.readFileSync(vaultFile), floor)
    if (!parsed.ok) return err(parsed.problem.kind === 'journalNewer' ? 'newer' : 'keysDamaged')
    const record = parsed.value
    const keys = [vaultFileName, subjectKeysFileName].flatMap(name => fileIn(path.join(folder, 'vault'), name, 'vault'))
    if (keys.length < 2) return err('keysMissing')
    const rest = [...ownJournals(folder, record), ...otherJournals(folder)]
    const ownJournal = path.join('journal', record.chain)
    if (!rest.some(({ to }) => path.dirname(to) === ownJournal)) return err('noLedger')
    return ok({ folder, record, keys, rest })
  } catch {
    return err('unreadable')
  }
}

/** A copy keeps the scans of a chain inside the folder of its journal; an office has them beside all journals. */
function ownJournals(folder: string, { chain, formerChains = [] }: VaultRecord): CopiedFile[] {
  const own = new Set([chain, ...formerChains])
  const journals = path.join(folder, 'journal')
  return foldersIn(journals).flatMap(name => {
    const isOwn = own.has(journalName.exec(name)?.[1] ?? '')
    const blobs = path.join(journals, name, 'blobs')
    return isOwn
      ? [
          ...filesIn(path.join(journals, name), segmentName, path.join('journal', name)),
          ...(chainName.test(name) ? filesIn(blobs, blobName, path.join('blobs', name)) : []),
        ]
      : []
  })
}

/** A branch that was set aside is kept under a number, there as here. */
function otherJournals(folder: string): CopiedFile[] {
  const others = path.join(folder, 'journal', 'chains')
  const home = otherChainsFolder('')
  return foldersIn(others)
    .filter(name => journalName.test(name))
    .flatMap(name =>
      filesIn(path.join(others, name), segmentName, path.join(chainName.test(name) ? home : partedFolder(home), name)),
    )
}

/** Where the copy has its journals and scans. */
export const copiedFolders = ({ folder, record: { chain, formerChains: [first = chain] = [] } }: OfficeCopy) => ({
  journal: path.join(folder, 'journal', chain),
  /** They lie where the machine's first chain put them. */
  blobs: path.join(folder, 'journal', first, 'blobs'),
  others: foldersIn(path.join(folder, 'journal', 'chains'))
    .filter(name => chainName.test(name) && name !== chain)
    .map(name => ({ chain: name, folder: path.join(folder, 'journal', 'chains', name) })),
})

function foldersIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

function filesIn(folder: string, shape: RegExp, to: string): CopiedFile[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .filter(name => shape.test(name))
    .sort()
    .flatMap(name => fileIn(folder, name, to))
}

function fileIn(folder: string, name: string, to: string): CopiedFile[] {
  const from = path.join(folder, name)
  const found = fs.lstatSync(from, { throwIfNoEntry: false })
  return found?.isFile() ? [{ from, to: path.join(to, name), bytes: found.size }] : []
}
