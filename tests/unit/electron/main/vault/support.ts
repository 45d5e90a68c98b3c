import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Result } from '#shared/kernel/result'
import { createArgon2Kdf } from '../../../../../electron/main/vault/password-key'
import { openVault, type VaultOptions } from '../../../../../electron/main/vault/open-vault'
import type { VaultRecord } from '../../../../../electron/main/vault/vault-file'
import { nodeVaultFiles, type VaultFiles } from '../../../../../electron/main/vault/vault-files'

/** Argon2id at a thousandth of the cost. Only code can choose it. */
export const cheapKdf = createArgon2Kdf({ name: 'argon2id', memoryKiB: 64, passes: 1, lanes: 1 })

export const administrator = { name: '赵主任', posts: ['administrator' as const], password: '正确的密码-1949' }
export const office = {
  officeName: '云岭县政务公开查阅中心',
  windowName: '一号窗口',
  placeCode: 'YL',
  workstation: 'A',
  administrator,
}

export function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vault-test-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The value, or a failed test that says which problem came instead. */
export function valueOf<T, P>(result: Result<T, P>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.problem)}`)
  return result.value
}

export function problemOf<T, P>(result: Result<T, P>): P {
  if (result.ok) throw new Error('expected a problem, got a value')
  return result.problem
}

export const openCheapVault = (options: Partial<VaultOptions> & { folder: string }) =>
  openVault({ now: () => 1_800_000_000_000, kdf: cheapKdf, ...options })

export async function establishedVault(options: Partial<VaultOptions> & { folder: string }) {
  const vault = valueOf(openCheapVault(options))
  const established = valueOf(await vault.establish(office))
  return { vault, ...established }
}

export interface DiskStep {
  readonly step: 'create' | 'open' | 'write' | 'truncate' | 'datasync' | 'rename' | 'remove' | 'syncFolder'
  readonly name: string
}

/** The real disk, with a log of every step, short writes, and a hook that may throw in a step's place. */
export function recordingFiles(hook: (step: DiskStep) => void = () => undefined) {
  const steps: DiskStep[] = []
  const log = (step: DiskStep['step'], file: string) => {
    const entry = { step, name: path.basename(file) }
    steps.push(entry)
    hook(entry)
  }
  const watched = (file: string, open: ReturnType<VaultFiles['open']>) => ({
    write: (bytes: Uint8Array, position: number) => {
      log('write', file)
      return open.write(bytes.subarray(0, 50), position)
    },
    truncate: (length: number) => {
      log('truncate', file)
      open.truncate(length)
    },
    datasync: () => {
      log('datasync', file)
      open.datasync()
    },
    read: (position: number, length: number) => open.read(position, length),
    close: () => open.close(),
  })
  const files: VaultFiles = {
    ...nodeVaultFiles,
    create: file => {
      log('create', file)
      return watched(file, nodeVaultFiles.create(file))
    },
    open: file => {
      log('open', file)
      return watched(file, nodeVaultFiles.open(file))
    },
    rename: (from, to) => {
      log('rename', to)
      nodeVaultFiles.rename(from, to)
    },
    remove: file => {
      log('remove', file)
      nodeVaultFiles.remove(file)
    },
    syncFolder: folder => {
      log('syncFolder', folder)
      nodeVaultFiles.syncFolder(folder)
    },
  }
  return { files, steps }
}

export const diskError = (code: string) => Object.assign(new Error(code), { code })

/** Files under a folder in which a text stands in UTF-8, UTF-16LE, hex or base64 (any of its three alignments). */
export function filesHolding(folder: string, text: string): string[] {
  const utf8 = Buffer.from(text, 'utf8')
  const base64 = [0, 1, 2].map(shift => {
    const shifted = Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .replace(/=+$/, '')
    return Buffer.from(shifted.slice(shift === 0 ? 0 : shift + 1, -1), 'latin1')
  })
  const hex = utf8.toString('hex')
  const needles = [utf8, Buffer.from(text, 'utf16le'), Buffer.from(hex), Buffer.from(hex.toUpperCase()), ...base64]
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => {
      const bytes = fs.readFileSync(file)
      return needles.some(needle => bytes.includes(needle))
    })
}

export const vaultJson = (folder: string) => path.join(folder, 'vault.json')
export const readRecord = (folder: string): VaultRecord => JSON.parse(fs.readFileSync(vaultJson(folder), 'utf8'))
export const writeRecord = (folder: string, record: unknown) =>
  fs.writeFileSync(vaultJson(folder), JSON.stringify(record))
export const secretsOf = (keys: { journal: Buffer; rows: Buffer; blindIndex: Buffer; snapshots: Buffer }) =>
  [keys.journal, keys.rows, keys.blindIndex, keys.snapshots].map(key => key.toString('hex'))
