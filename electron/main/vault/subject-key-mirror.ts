import { readSettled, writeAtomically } from './atomic-file'
import { attemptWrite } from './attempt-write'
import { scanKeyFile, type KeyFileScan } from './subject-key-frames'
import { joinPath, writeFully, type VaultFiles } from './vault-files'

export type MirrorState = 'off' | 'current' | 'behind'

export interface KeyMirrorOptions {
  readonly files: VaultFiles
  /** The second folder, or none. It is never made: a stick that is not plugged in must not become a folder. */
  readonly folder: string | undefined
  readonly officeKey: Buffer
}

/** The second copy of the subject keys. It never holds up the desk: where it cannot follow it is `behind` and says so. */
export class SubjectKeyMirror {
  #state: MirrorState
  readonly #options: KeyMirrorOptions
  readonly #file: string

  constructor(options: KeyMirrorOptions) {
    this.#options = options
    this.#state = options.folder === undefined ? 'off' : 'behind'
    this.#file = joinPath(options.folder ?? '', subjectKeysFileName)
  }

  get state(): MirrorState {
    return this.#state
  }

  /** Compares at start. `ahead`: the mirror saw more than the file holds, so the file has lost its end. */
  compare(bytes: Buffer, scan: KeyFileScan): 'ahead' | 'done' {
    if (this.#state === 'off') return 'done'
    const read = attemptWrite(() => readSettled(this.#options.files, this.#file))
    if (!read.ok) return 'done'
    if (read.value?.equals(bytes)) this.#state = 'current'
    else return this.#settleDifference(bytes, { scan, mirrored: read.value })
    return 'done'
  }

  /** One record more, behind the flush of the main file; after a failure the whole file is copied at the next chance. */
  append(record: Buffer, place: { position: number; whole: () => Buffer }): void {
    if (this.#state === 'current') this.#try(() => this.#appendRecord(record, place.position))
    else if (this.#state === 'behind' && !this.#isOthers) this.copy(place.whole())
  }

  copy(bytes: Buffer): void {
    if (this.#state === 'off' || this.#isOthers) return
    this.#try(() => writeAtomically(this.#options.files, this.#file, bytes))
  }

  /** The second folder holds another office's keys, or this office's under another history: not ours to overwrite. */
  #isOthers = false

  #settleDifference(bytes: Buffer, seen: { scan: KeyFileScan; mirrored: Buffer | null }): 'ahead' | 'done' {
    const found = seen.mirrored === null ? 'damaged' : scanKeyFile(this.#options.officeKey, seen.mirrored)
    if (found === 'foreign') this.#isOthers = true
    else if (found !== 'damaged') {
      if (isAhead(found, seen.scan)) return 'ahead'
      this.#isOthers = found.generation === seen.scan.generation && !isPrefix(found, seen.scan)
    }
    this.copy(bytes)
    return 'done'
  }

  #appendRecord(record: Buffer, position: number): void {
    const file = this.#options.files.open(this.#file)
    try {
      writeFully(file, record, position)
      file.datasync()
    } finally {
      file.close()
    }
  }

  #try(work: () => void): void {
    this.#state = attemptWrite(work).ok ? 'current' : 'behind'
  }
}

export const subjectKeysFileName = 'subject-keys.dat'

const isAhead = (mirror: KeyFileScan, main: KeyFileScan): boolean =>
  mirror.generation > main.generation ||
  (mirror.generation === main.generation && mirror.records.length > main.records.length)

const isPrefix = (mirror: KeyFileScan, main: KeyFileScan): boolean =>
  mirror.records.every((record, i) => record.tag === main.records[i]?.tag && record.key.equals(main.records[i].key))
