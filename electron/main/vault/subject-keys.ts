import { randomBytes } from 'node:crypto'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { readSettled, writeAtomically } from './atomic-file'
import { attemptWrite, type CannotWrite } from './attempt-write'
import { keyBytes } from './sealed-box'
import { keyFileHeader, recordOffset, scanKeyFile, sealKeyRecord, subjectTag } from './subject-key-frames'
import type { CarriedKey, KeyFileScan, KeyRecord } from './subject-key-frames'
import { SubjectKeyMirror, subjectKeysFileName, type MirrorState } from './subject-key-mirror'
import { joinPath, writeFully, type VaultFile, type VaultFiles } from './vault-files'

export interface SubjectKeyOptions {
  readonly files: VaultFiles
  readonly folder: string
  readonly mirrorFolder?: string | undefined
  /** The office's `subjectKeys` key. The store keeps it and zeroes it when it is closed. */
  readonly officeKey: Buffer
}

/** Makes an empty key file, durable before it returns. Throws the disk's error. */
export function createSubjectKeyFile(files: VaultFiles, folder: string): void {
  writeAtomically(files, joinPath(folder, subjectKeysFileName), keyFileHeader(1))
}

/** Whether a key file stands there that already holds a key. */
export const hasSubjectKeys = (files: VaultFiles, folder: string): boolean =>
  (files.read(joinPath(folder, subjectKeysFileName))?.length ?? 0) > recordOffset(0)

/**
 * Reads the key file. An unfinished last record is cut and counted; anything else, a missing file, or a mirror that saw
 * more than the file holds is `keyStoreDamaged`. `cannotWrite` where the cut itself fails.
 */
export function openSubjectKeys(options: SubjectKeyOptions): Result<SubjectKeys, Problem> {
  const { files, folder, mirrorFolder, officeKey } = options
  const file = joinPath(folder, subjectKeysFileName)
  const read = attemptWrite(() => readSettled(files, file))
  if (!read.ok) return read
  const bytes = read.value
  const scan = bytes === null ? 'damaged' : scanKeyFile(officeKey, bytes)
  if (bytes === null || scan === 'damaged' || scan === 'foreign') return err({ kind: 'keyStoreDamaged' })
  const mirror = new SubjectKeyMirror({ files, folder: mirrorFolder, officeKey })
  const sound = bytes.subarray(0, bytes.length - scan.tornBytes)
  if (mirror.compare(sound, scan) === 'ahead') return err({ kind: 'keyStoreDamaged' })
  return attemptWrite(() => {
    const open = files.open(file)
    if (scan.tornBytes > 0) {
      open.truncate(sound.length)
      open.datasync()
    }
    const keys = new SubjectKeys({ options, mirror, file, open, scan })
    keys.finishErasures()
    return keys
  })
}

interface OpenedFile {
  readonly options: SubjectKeyOptions
  readonly mirror: SubjectKeyMirror
  readonly file: string
  readonly open: VaultFile
  readonly scan: KeyFileScan
}

/** One key for each subject, durable before its first act. Every call blocks, like the journal that needs it. */
export class SubjectKeys {
  readonly #keys = new Map<string, Buffer>()
  /** Keys that other machines made for the same subjects, by tag. */
  readonly #further = new Map<string, readonly Buffer[]>()
  readonly #destroyed = new Set<string>()
  readonly #opened: OpenedFile
  /** Null only in a broken store. */
  #open: VaultFile | null
  #generation: number
  #records: number
  #state: 'open' | 'broken' | 'closed' = 'open'
  #unfinishedErasure = false

  constructor(opened: OpenedFile) {
    this.#opened = opened
    this.#open = opened.open
    this.#generation = opened.scan.generation
    this.#records = opened.scan.records.length
    for (const record of opened.scan.records) this.#remember(record)
  }

  /** Bytes of a never finished record that were cut at this start. */
  get tornBytes(): number {
    return this.#opened.scan.tornBytes
  }

  get mirror(): MirrorState {
    return this.#opened.mirror.state
  }

  /** Copies the whole file where the second one is behind. */
  followMirror(): void {
    const { mirror } = this.#opened
    if (this.#state === 'open' && mirror.state === 'behind') mirror.copy(this.#readFile())
  }

  /** The live key, zeroed at lock; do not keep it. Null where none was made or it was destroyed. */
  keyOf(subject: string): Buffer | null {
    return this.#keys.get(subjectTag(subject)) ?? null
  }

  /** Every live key that may open something of the subject: its own first, then those that other machines made for it. */
  keysOf(subject: string): readonly Buffer[] {
    const tag = subjectTag(subject)
    const own = this.#keys.get(tag)
    return [...(own ? [own] : []), ...(this.#further.get(tag) ?? [])]
  }

  /** Every living key, to be wrapped for another machine of the office. They are the live keys: do not keep them. */
  carried(): readonly CarriedKey[] {
    return this.#livingRecords().filter(({ kind }) => kind !== 'destroyed')
  }

  /**
   * Takes keys that another machine of the office sent; the whole file is written anew where one is new. What was erased here
   * stays erased, whatever an older bundle brings. Answers the tags of subjects of which one was new (`subjectTag`).
   */
  adopt(carried: readonly CarriedKey[]): Result<readonly string[], Problem> {
    const refusal = this.#whyNoWriting()
    if (refusal) return err(refusal)
    const news = carried.filter(one => this.#isNew(one))
    if (news.length === 0) return ok([])
    for (const { tag, key } of news) this.#rememberFurther(tag, Buffer.from(key))
    const written = this.#rewrite()
    return written.ok ? ok(news.map(({ tag }) => tag)) : written
  }

  isDestroyed(subject: string): boolean {
    return this.#destroyed.has(subjectTag(subject))
  }

  /**
   * The subject's key; a new one is flushed to the medium, then mirrored, before this returns. `refused` for an erased
   * subject. After `cannotWrite` nothing more is written until the store is opened anew: the file decides what it holds.
   */
  createKey(subject: string): Result<Buffer, Problem> {
    const tag = subjectTag(subject)
    const known = this.#keys.get(tag)
    if (known) return ok(known)
    if (this.#destroyed.has(tag)) return err({ kind: 'refused', why: { kind: 'subjectErased' } })
    const record: KeyRecord = { kind: 'key', tag, key: randomBytes(keyBytes) }
    const written = this.#append(record)
    return written.ok ? ok(record.key) : written
  }

  /**
   * Erases: a tombstone is flushed, then the file is written anew without the key. Where that second step fails the
   * erasure stands and is finished at the next start. Blocks an SSD has put aside, and backups, are out of its reach.
   */
  destroyKey(subject: string): Result<void, Problem> {
    const tag = subjectTag(subject)
    if (!this.#destroyed.has(tag)) {
      const written = this.#append({ kind: 'destroyed', tag, key: Buffer.alloc(keyBytes) })
      if (!written.ok) return written
    }
    return this.#unfinishedErasure ? this.#rewrite() : ok(undefined)
  }

  /** Completes an erasure that a power cut interrupted. Throws the disk's error. */
  finishErasures(): void {
    if (this.#unfinishedErasure) this.#rewrite()
  }

  /** Zeroes every key. */
  close(): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    for (const key of [...this.#keys.values(), ...[...this.#further.values()].flat()]) key.fill(0)
    this.#keys.clear()
    this.#further.clear()
    this.#opened.options.officeKey.fill(0)
    attemptWrite(() => this.#open?.close())
  }

  #append(record: KeyRecord): Result<void, Problem> {
    const refusal = this.#whyNoWriting()
    if (refusal) return err(refusal)
    const open = this.#open as VaultFile // not broken, so it is there
    const place = { generation: this.#generation, index: this.#records }
    const bytes = sealKeyRecord(this.#opened.options.officeKey, place, record)
    const position = recordOffset(this.#records)
    const written = attemptWrite(() => {
      writeFully(open, bytes, position)
      open.datasync()
    })
    if (!written.ok) return this.#break(written.problem)
    this.#records += 1
    this.#opened.mirror.append(bytes, { position, whole: () => this.#readFile() })
    this.#remember(record)
    return ok(undefined)
  }

  #rewrite(): Result<void, Problem> {
    const refusal = this.#whyNoWriting()
    if (refusal) return err(refusal)
    const { options, file, mirror } = this.#opened
    const generation = this.#generation + 1
    const records = this.#livingRecords()
    const frames = records.map((record, index) => sealKeyRecord(options.officeKey, { generation, index }, record))
    const bytes = Buffer.concat([keyFileHeader(generation), ...frames])
    this.#open?.close() // Windows renames nothing over an open file
    const written = attemptWrite(() => writeAtomically(options.files, file, bytes))
    const reopened = attemptWrite(() => options.files.open(file))
    this.#open = reopened.ok ? reopened.value : null
    if (!written.ok) return this.#break(written.problem)
    if (!reopened.ok) return this.#break(reopened.problem)
    this.#generation = generation
    this.#records = records.length
    this.#unfinishedErasure = false
    mirror.copy(bytes)
    return ok(undefined)
  }

  #livingRecords(): KeyRecord[] {
    const living = [...this.#keys].map(([tag, key]): KeyRecord => ({ kind: 'key', tag, key }))
    const dead = [...this.#destroyed].map((tag): KeyRecord => ({ kind: 'destroyed', tag, key: Buffer.alloc(keyBytes) }))
    const further = [...this.#further].flatMap(([tag, keys]) =>
      keys.map((key): KeyRecord => ({ kind: 'further', tag, key })),
    )
    return [...living, ...further, ...dead]
  }

  #isNew({ tag, key }: CarriedKey): boolean {
    if (this.#destroyed.has(tag) || this.#keys.get(tag)?.equals(key)) return false
    return !this.#further.get(tag)?.some(known => known.equals(key))
  }

  /** The first key of a subject is its own, whoever made it. */
  #rememberFurther(tag: string, key: Buffer): void {
    if (!this.#keys.has(tag)) this.#keys.set(tag, key)
    else if (this.#isNew({ tag, key })) this.#further.set(tag, [...(this.#further.get(tag) ?? []), key])
  }

  #remember({ kind, tag, key }: KeyRecord): void {
    if (kind === 'key') {
      this.#keys.set(tag, key)
      return
    }
    if (kind === 'further') return this.#rememberFurther(tag, key)
    for (const erased of [this.#keys.get(tag) ?? [], this.#further.get(tag) ?? []].flat()) {
      erased.fill(0)
      this.#unfinishedErasure = true
    }
    this.#keys.delete(tag)
    this.#further.delete(tag)
    this.#destroyed.add(tag)
  }

  #readFile(): Buffer {
    return this.#opened.options.files.read(this.#opened.file) ?? Buffer.alloc(0)
  }

  #whyNoWriting(): Problem | null {
    if (this.#state === 'closed') return { kind: 'locked' }
    return this.#state === 'broken' ? { kind: 'cannotWrite', detail: 'reopen' } : null
  }

  #break(problem: CannotWrite): Result<never, Problem> {
    this.#state = 'broken'
    return err(problem)
  }
}
