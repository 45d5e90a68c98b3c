import type { MediaFiles } from '../../../electron/main/media/exporting/media-files'

export const mediumFaultKinds = [
  ...(['EIO', 'ENOSPC', 'EROFS', 'shortWrite', 'bitFlip'] as const),
  /** Pulled before the operation, and right after it was done: whoever asked does not know which. */
  ...(['gone', 'goneAfter'] as const),
  ...(['swapped', 'cancel', 'slow'] as const),
] as const
export type MediumFaultKind = (typeof mediumFaultKinds)[number]

export interface FaultyMedium extends MediaFiles {
  operations(): number
  /** Whether the fault met an operation that it can spoil. */
  wasMet(): boolean
}

interface Fault {
  readonly kind: MediumFaultKind
  /** From 1. */
  readonly at: number
  /** What lies under the mount once sticks were swapped. */
  readonly other: MediaFiles
  readonly onCancel: () => void
}

type Sort = 'write' | 'change' | 'read' | 'ask'

/** A medium on which one operation goes wrong. Counts every operation, those of open files too. */
export function faultyMedium(sound: MediaFiles, fault: Fault | null): FaultyMedium {
  let count = 0
  let isMet = false
  let under = sound
  const run = async <T>(
    sort: Sort,
    work: (files: MediaFiles) => Promise<T>,
    spoil: (value: T) => T = value => value,
  ): Promise<T> => {
    count++
    if (!fault || count < fault.at) return work(under)
    const isFirst = count === fault.at
    if (fault.kind === 'gone' || (fault.kind === 'goneAfter' && !isFirst)) {
      isMet = true
      throw failure('ENODEV')
    }
    if (fault.kind === 'goneAfter') {
      isMet = true
      await work(under)
      throw failure('ENODEV')
    }
    if (fault.kind === 'swapped') {
      isMet = true
      under = fault.other
      return work(under)
    }
    return lasting(fault, { sort, isFirst, work, spoil })
  }
  const lasting = async <T>(
    { kind, onCancel }: Fault,
    step: { sort: Sort; isFirst: boolean; work: (files: MediaFiles) => Promise<T>; spoil: (value: T) => T },
  ): Promise<T> => {
    const { sort, isFirst, work, spoil } = step
    const writes = sort === 'write' || sort === 'change'
    if ((kind === 'ENOSPC' || kind === 'EROFS') && writes) return fails(kind)
    if (kind === 'EIO' && isFirst) return fails(kind)
    if (kind === 'cancel' && isFirst) {
      isMet = true
      onCancel()
    }
    if (kind === 'slow') {
      isMet = true
      await new Promise(resolve => setImmediate(resolve))
    }
    const value = await work(under)
    return (kind === 'bitFlip' && sort === 'read') || (kind === 'shortWrite' && sort === 'write') ? spoil(value) : value
  }
  const fails = (code: string): never => {
    isMet = true
    throw failure(code)
  }
  /** An open file of a stick that was swapped leads nowhere. */
  const onHandle =
    <T>(opened: MediaFiles, work: () => Promise<T>) =>
    (files: MediaFiles) =>
      files === opened ? work() : Promise.reject(failure('ENXIO'))

  return {
    operations: () => count,
    wasMet: () => isMet,
    identity: root => run('ask', files => files.identity(root)),
    freeBytes: root => run('ask', files => files.freeBytes(root)),
    list: folder => run('ask', files => files.list(folder)),
    makeFolder: folder => run('change', files => files.makeFolder(folder)),
    rename: (from, to) => run('change', files => files.rename(from, to)),
    removeFolder: folder => run('ask', files => files.removeFolder(folder)), // a full medium can still be emptied
    syncFolder: folder => run('change', files => files.syncFolder(folder)),
    flushAll: root => run('ask', files => files.flushAll(root)),
    create: async name => {
      const file = await run('change', files => files.create(name))
      const opened = under
      return {
        write: bytes => {
          // Half of it is taken, and said so.
          const isShort = fault?.kind === 'shortWrite' && count + 1 === fault.at && bytes.length > 1
          if (isShort) isMet = true
          const some = isShort ? bytes.subarray(0, bytes.length >> 1) : bytes
          return run(
            'write',
            onHandle(opened, () => file.write(some)),
          )
        },
        sync: () =>
          run(
            'change',
            onHandle(opened, () => file.sync()),
          ),
        close: () =>
          run(
            'ask',
            onHandle(opened, () => file.close()),
          ),
      }
    },
    open: async name => {
      const file = await run('ask', files => files.open(name))
      const opened = under
      return {
        read: most =>
          run(
            'read',
            onHandle(opened, () => file.read(most)),
            bytes => {
              if (count !== fault?.at || bytes.length === 0) return bytes
              isMet = true
              const flipped = Buffer.from(bytes)
              flipped[flipped.length >> 1]! ^= 1
              return flipped
            },
          ),
        close: () =>
          run(
            'ask',
            onHandle(opened, () => file.close()),
          ),
      }
    },
  }
}

const failure = (code: string): Error => Object.assign(new Error(code), { code })
