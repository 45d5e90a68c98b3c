import { randomUUID } from 'node:crypto'
import type { Problem } from '#shared/contracts/problems'
import { err, ok, type Result } from '#shared/kernel/result'
import { attemptWrite } from '../vault/attempt-write'
import type { SubjectKeys } from '../vault/subject-keys'
import type { BlobDisk, BlobFile } from './blob-disk'
import { blobName, blobWriter, readBlob, type BlobContent, type BlobFlaw, type SealedContent } from './blob-format'

export interface BlobOptions {
  readonly disk: BlobDisk
  readonly keys: Pick<SubjectKeys, 'createKey' | 'keyOf' | 'keysOf' | 'isDestroyed'>
}

/**
 * `missing`: no such file. `swapped`: a whole blob of this subject, but another one. `erased`: the key was destroyed.
 * `unreadable`: the disk gives an error. `locked`: the office was locked while it was read.
 */
export type BlobDamage = BlobFlaw | 'missing' | 'swapped' | 'erased' | 'unreadable' | 'locked'

/** A blob on its way in. Nothing stands under its name before `keep`, and what is kept is on the medium. */
export interface BlobUpload {
  write(plain: Uint8Array): Result<void, Problem>
  /** Ends it, flushes it, reads it back from the disk. */
  seal(): Promise<Result<SealedContent, Problem>>
  /** Gives it its name, durably: the act that names it may be written now. */
  keep(): Result<void, Problem>
  drop(): void
}

const partSuffix = '.part'
const copyBytes = 1 << 20

/**
 * Sealed files beside the journal, each under the key of its own request: what is too large for an act. Order: temp,
 * flush, read back, rename, flush of the folder; only then the act. A crash in between leaves a file that no act names.
 */
export class Blobs {
  readonly #options: BlobOptions
  readonly #uploads = new Set<BlobUpload>()
  #isClosed = false

  constructor(options: BlobOptions) {
    this.#options = options
  }

  begin(subject: string): Result<BlobUpload, Problem> {
    if (this.#isClosed) return err({ kind: 'locked' })
    const made = this.#options.keys.createKey(subject)
    if (!made.ok) return made
    const part = `${randomUUID()}${partSuffix}`
    const begun = attemptWrite(() => {
      const file = this.#options.disk.create(part)
      return { file, writer: blobWriter(file, this.#sealing(subject)) }
    })
    return begun.ok ? ok(this.#upload({ ...begun.value, part, subject })) : begun
  }

  #upload({ file, writer, part, subject }: Begun): BlobUpload {
    const { disk } = this.#options
    let content: SealedContent | null = null
    let isOpen = true
    const shut = () => {
      if (isOpen) file.close()
      isOpen = false
    }
    const attempt = <T>(work: () => T): Result<T, Problem> => {
      if (this.#isClosed) return err({ kind: 'locked' })
      const done = attemptWrite(work)
      if (!done.ok) upload.drop()
      return done
    }
    const upload: BlobUpload = {
      write: plain => attempt(() => writer.write(plain)),
      seal: async () => {
        const sealed = attempt(() => {
          const ended = writer.end()
          file.sync()
          shut()
          return ended
        })
        if (!sealed.ok) return sealed
        const back = await this.#check(part, { subject, digest: sealed.value.digest })
        if (back !== null) {
          upload.drop()
          return err(back === 'locked' ? { kind: 'locked' } : { kind: 'cannotWrite', detail: 'READBACK' })
        }
        content = sealed.value
        return ok(content)
      },
      keep: () =>
        attempt(() => {
          if (!content) throw new Error('a blob is sealed before it is kept')
          disk.rename(part, blobName(subject, content.digest))
          disk.syncFolder()
          this.#uploads.delete(upload)
        }),
      drop: () => {
        attemptWrite(shut)
        attemptWrite(() => disk.remove(part))
        this.#uploads.delete(upload)
      },
    }
    this.#uploads.add(upload)
    return upload
  }

  /** Null where the blob is whole and is the one asked for, else what is wrong with it. Leaves the event loop its turns. */
  verify(subject: string, digest: string): Promise<BlobDamage | null> {
    return this.#check(blobName(subject, digest), { subject, digest })
  }

  /**
   * Puts a whole copy from another folder in the place of a damaged or missing blob: copied, flushed, read back, and only
   * then renamed. False where no such copy is there, or the disk refuses; what stood there stays then.
   */
  async mend(subject: string, digest: string, copies: BlobDisk): Promise<boolean> {
    const name = blobName(subject, digest)
    const asked = { subject, digest }
    // Read to its end under the key before a byte is copied: the other disk may have been damaged too.
    if ((await this.#check(name, asked, copies)) !== null) return false
    const { disk } = this.#options
    const part = `${randomUUID()}${partSuffix}`
    const copied = attemptWrite(() => copyBlob({ copies, name, disk, part }))
    if (copied.ok && (await this.#check(part, asked)) === null) {
      const renamed = attemptWrite(() => {
        disk.rename(part, name)
        disk.syncFolder()
      })
      if (renamed.ok) return true
    }
    attemptWrite(() => disk.remove(part))
    return false
  }

  async #check(name: string, asked: Asked, disk = this.#options.disk): Promise<BlobDamage | null> {
    return drained(this.#read(name, asked, disk))
  }

  /**
   * The plain parts, each authenticated under its place before it is given out; returns null where the blob was whole and the
   * one asked for, else what is wrong with it: then what was given out is the beginning of something else, or of less.
   */
  open(subject: string, digest: string): Generator<Buffer, BlobDamage | null> {
    return this.#read(blobName(subject, digest), { subject, digest }, this.#options.disk)
  }

  *#read(name: string, { subject, digest }: Asked, disk: BlobDisk): Generator<Buffer, BlobDamage | null> {
    if (this.#isClosed) return 'locked'
    if (this.#options.keys.isDestroyed(subject)) return 'erased'
    const file = attemptWrite(() => disk.openToRead(name))
    if (!file.ok) return 'unreadable'
    if (!file.value) return 'missing'
    const reader = file.value
    try {
      return damageOf(yield* readBlob(reader, this.#opening(subject)), digest)
    } catch (cause) {
      if (this.#isClosed) return 'locked'
      if (cause instanceof Error && 'code' in cause) return 'unreadable'
      throw cause
    } finally {
      reader.close()
    }
  }

  /** The plain parts of a blob that `verify` found whole. Throws where it changed since. */
  *parts(subject: string, digest: string): Generator<Buffer> {
    const damage = yield* this.open(subject, digest)
    if (damage !== null) throw new Error(damage)
  }

  /** Takes a blob away whose act was refused. */
  forget(subject: string, digest: string): void {
    attemptWrite(() => {
      this.#options.disk.remove(blobName(subject, digest))
      this.#options.disk.syncFolder()
    })
  }

  /** Every file there is, also those on their way in. */
  list(): readonly string[] {
    return this.#options.disk.list()
  }

  /** Removes what no act names: a crash came between blob and act, so nobody was told that it was kept. Answers how many. */
  sweep(isNamed: (file: string) => boolean): number {
    const { disk } = this.#options
    const orphans = disk.list().filter(name => !isNamed(name))
    for (const name of orphans) disk.remove(name)
    if (orphans.length > 0) disk.syncFolder()
    return orphans.length
  }

  /** Ends every upload: the keys are about to be zeroed. */
  close(): void {
    this.#isClosed = true
    for (const upload of [...this.#uploads]) upload.drop()
  }

  #opening(subject: string) {
    return {
      subject,
      keys: (): readonly Uint8Array[] => {
        const keys = this.#isClosed ? [] : this.#options.keys.keysOf(subject)
        if (keys.length === 0) throw new Error('this key was locked away')
        return keys
      },
    }
  }

  #sealing(subject: string) {
    return {
      subject,
      key: (): Uint8Array => {
        const key = this.#isClosed ? null : this.#options.keys.keyOf(subject)
        if (!key) throw new Error('this key was locked away')
        return key
      },
    }
  }
}

interface Asked {
  readonly subject: string
  readonly digest: string
}

interface Begun {
  readonly file: BlobFile
  readonly writer: ReturnType<typeof blobWriter>
  readonly part: string
  readonly subject: string
}

const damageOf = (end: BlobContent | BlobFlaw, digest: string): BlobDamage | null => {
  if (typeof end === 'string') return end
  return end.digest === digest ? null : 'swapped'
}

function copyBlob({ copies, name, disk, part }: Record<'copies' | 'disk', BlobDisk> & Record<'name' | 'part', string>) {
  const from = copies.openToRead(name)
  if (!from) return
  const to = disk.create(part)
  try {
    for (let at = 0, bytes = from.read(0, copyBytes); bytes.length > 0; bytes = from.read(at, copyBytes)) {
      to.write(bytes, at)
      at += bytes.length
    }
    to.sync()
  } finally {
    to.close()
    from.close()
  }
}

/** Runs to the end, with a turn of the event loop after every part: the counter's own calls are answered meanwhile. */
async function drained<T>(parts: Generator<Buffer, T>): Promise<T> {
  for (;;) {
    const next = parts.next()
    if (next.done) return next.value
    await new Promise(resolve => setImmediate(resolve))
  }
}
