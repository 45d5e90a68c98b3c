import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import type { MachineSettings } from '../workstation/settings'
import { readFont } from './read-font'
import type { LetterFace } from './system-fonts'

export interface OwnFont {
  readonly name: string
  /** Hex SHA-256 of the copy in the office's folder. */
  readonly digest: string
}

export interface LetterFonts {
  /** Copies the file into the office's folder and uses it for letters from now on. */
  take(face: LetterFace, file: string): Result<OwnFont, Problem>
  /** The bytes as they were taken; null where the office has none, or where the copy is not what it was. */
  bytes(face: LetterFace): Buffer | null
}

interface SettingsPort {
  read(): MachineSettings
  change(part: Partial<MachineSettings>): Result<MachineSettings, Problem>
}

const largestFont = 64 * 1024 * 1024

/** Fonts that the office has licensed itself, kept beside its ledger. */
export function letterFonts(office: string, settings: SettingsPort): LetterFonts {
  const folder = path.join(office, 'fonts')
  const fileOf = ({ digest }: OwnFont) => path.join(folder, `${digest}.ttf`)
  return {
    take: (face, file) => {
      const bytes = readWhole(file)
      if (!bytes) return err({ kind: 'fontUnusable', why: 'unreadable' })
      const read = readFont((at, length) => bytes.subarray(at, at + length))
      if (!read.ok) return err({ kind: 'fontUnusable', why: read.problem })
      const name = (read.value.name || path.parse(file).name).slice(0, 100)
      const font = { name, digest: digestOf(bytes) }
      const copied = copy(fileOf(font), bytes)
      if (!copied.ok) return copied
      const changed = settings.change({ fonts: { ...settings.read().fonts, [face]: font } })
      return changed.ok ? ok(font) : changed
    },
    bytes: face => {
      const font = settings.read().fonts?.[face]
      const bytes = font ? readWhole(fileOf(font)) : null
      return bytes && font && digestOf(bytes) === font.digest ? bytes : null
    },
  }
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function readWhole(file: string): Buffer | null {
  try {
    return fs.statSync(file).size > largestFont ? null : fs.readFileSync(file)
  } catch {
    return null
  }
}

/** Whole under its name or not there at all. */
function copy(file: string, bytes: Buffer): Result<void, Problem> {
  const half = `${file}.part`
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    fs.writeFileSync(half, bytes, { mode: 0o600, flush: true })
    fs.renameSync(half, file)
    return ok(undefined)
  } catch (cause) {
    fs.rmSync(half, { force: true })
    return err({ kind: 'cannotWrite', detail: (cause as NodeJS.ErrnoException).code ?? 'unknown' })
  }
}
