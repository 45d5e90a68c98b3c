import fs from 'node:fs'
import path from 'node:path'
import { subjectKeysFileName } from '../vault/subject-key-mirror'
import { vaultFileName } from '../vault/vault-file'

/** Bytes of a key store that never held a key: its header. */
const emptyKeyStore = 20

/**
 * A power cut right after the vault was made leaves an office that can neither be opened nor set up. Nothing was ever
 * recorded in it: no key of a subject, no act, no sealed founding. Only then it is put aside (never deleted), and the
 * wizard begins again. Answers whether it was.
 */
export function setAsideUnfinishedSetUp(office: string): boolean {
  const vault = path.join(office, 'vault')
  const isFounded =
    !fs.existsSync(path.join(vault, vaultFileName)) ||
    sizeOf(path.join(vault, subjectKeysFileName)) > emptyKeyStore ||
    fs.existsSync(path.join(vault, 'drafts', 'founding.draft')) ||
    hasFiles(path.join(office, 'journal'))
  if (isFounded) return false
  fs.renameSync(vault, path.join(office, `vault.unfinished-${Date.now()}`))
  return true
}

const sizeOf = (file: string): number => (fs.existsSync(file) ? fs.statSync(file).size : 0)

const hasFiles = (folder: string): boolean =>
  fs.existsSync(folder) &&
  fs.readdirSync(folder, { recursive: true, withFileTypes: true }).some(entry => entry.isFile())
