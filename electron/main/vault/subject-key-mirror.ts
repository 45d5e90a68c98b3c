import { readSettled, writeAtomically } from './atomic-file'
import { attemptWrite } from './attempt-write'
import { readableRecords, recordBytes, scanKeyFile, type KeyFileScan, type KeyRecord } from './subject-key-frames'
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
  /** What was left there: how long the file is and how it ends. Another stick may stand in the place of the first. */
  #left = { size: 0, end: Buffer.alloc(0) }
  readonly #options: KeyMirrorOptions
  readonly #file: string

  constructor(options: KeyMirrorOptions) {
    this.#options = options
    this.#state = options.folder === undefined ? 'off' : 'behind'
    this.#file = joinPath(options.folder ?? '', subjectKeysFileName)
  }

  get state(): MirrorState {
    return this.#state === 'current' && !this.#isAsLong() ? 'behind' : this.#state
  }

  /** Compares at start. `ahead`: the mirror saw more than the file holds, so the file has lost its end. */
  compare(bytes: Buffer, scan: KeyFileScan): 'ahead' | 'done' {
    if (this.#state === 'off') return 'done'
    const read = attemptWrite(() => readSettled(this.#options.files, this.#file))
    if (!read.ok) return 'done'
    if (read.value?.equals(bytes)) {
      this.#leave(bytes)
      this.#state = 'current'
      return 'done'
    }
    const mirrored = read.value === null ? 'damaged' : scanKeyFile(this.#options.officeKey, read.value)
    if (mirrored !== 'damaged' && mirrored !== 'foreign' && isAhead(mirrored, scan)) return 'ahead'
    this.copy(bytes)
    return 'done'
  }

  /** One record more, behind the flush of the main file; after a failure the whole file is copied at the next chance. */
  append(record: Buffer, place: { position: number; whole: () => Buffer }): void {
    if (this.#state === 'current') this.#try(() => this.#appendRecord(record, place.position))
    if (this.#state === 'behind') this.copy(place.whole())
  }

  /** Keys that stand nowhere else stay beside the copy, under a number; another office's file stays where it is. */
  copy(bytes: Buffer): void {
    if (this.#state === 'off') return
    const { files } = this.#options
    this.#try(() => {
      const there = readSettled(files, this.#file)
      if (there !== null && !bytes.subarray(0, there.length).equals(there)) {
        if (scanKeyFile(this.#options.officeKey, there) === 'foreign') return false
        if (this.#holdsOthers(there, bytes)) this.#putAside()
      }
      writeAtomically(files, this.#file, bytes)
      this.#leave(bytes)
      return true
    })
  }

  /** What was erased here is not kept for its sake. */
  #holdsOthers(there: Buffer, bytes: Buffer): boolean {
    const { officeKey } = this.#options
    const own = readableRecords(officeKey, bytes)
    const known = new Set(own.map(nameOf))
    const erased = new Set(own.filter(({ kind }) => kind === 'destroyed').map(({ tag }) => tag))
    return readableRecords(officeKey, there).some(record => !known.has(nameOf(record)) && !erased.has(record.tag))
  }

  #putAside(): void {
    const { files, folder = '' } = this.#options
    const names = new Set(files.list(folder))
    let number = 1
    while (names.has(`${subjectKeysFileName}.${number}`)) number++
    files.rename(this.#file, `${this.#file}.${number}`)
    files.syncFolder(folder)
  }

  /** False where the file is not as it was left. */
  #appendRecord(record: Buffer, position: number): boolean {
    const { size, end } = this.#left
    if (size !== position || !this.#isAsLong()) return false
    const file = this.#options.files.open(this.#file)
    try {
      if (!file.read(size - end.length, end.length).equals(end)) return false
      writeFully(file, record, position)
      file.datasync()
    } finally {
      file.close()
    }
    this.#left = { size: position + record.length, end: Buffer.from(record) }
    return true
  }

  #isAsLong(): boolean {
    const size = attemptWrite(() => this.#options.files.size(this.#file))
    return size.ok && size.value === this.#left.size
  }

  #leave(bytes: Buffer): void {
    this.#left = { size: bytes.length, end: Buffer.from(bytes.subarray(-recordBytes)) }
  }

  #try(work: () => boolean): void {
    const done = attemptWrite(work)
    this.#state = done.ok && done.value ? 'current' : 'behind'
  }
}

export const subjectKeysFileName = 'subject-keys.dat'

const isAhead = (mirror: KeyFileScan, main: KeyFileScan): boolean =>
  mirror.generation > main.generation ||
  (mirror.generation === main.generation && mirror.records.length > main.records.length)

/** The same key is the same here as its own and as a further one. */
const nameOf = ({ kind, tag, key }: KeyRecord): string =>
  kind === 'destroyed' ? `destroyed ${tag}` : `${tag} ${key.toString('base64')}`
