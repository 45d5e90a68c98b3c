import fs from 'node:fs'
import path from 'node:path'

/**
 * `failed`: the operation is not done and says so. `doneAndFailed`: it is done, and says that it was not. `full`: from here on
 * nothing can be written.
 */
export const diskFaultKinds = ['failed', 'doneAndFailed', 'full'] as const
/** `killed`: from here on nothing at all is done, as for a process that is no more; what was done before stays. */
export type DiskFaultKind = (typeof diskFaultKinds)[number] | 'killed'

export interface DiskFault {
  readonly kind: DiskFaultKind
  /** Which operation below the folder, from 1. */
  readonly at: number
}

export interface WatchedDisk {
  operations(): number
  /** Whether an operation was spoiled. */
  wasMet(): boolean
  /** What was opened at once, not by a stream, and is open still. */
  left(): readonly string[]
  /** The functions of node:fs are themselves again. */
  release(): void
}

const changing = ['mkdirSync', 'renameSync', 'rmSync', 'unlinkSync', 'writeFileSync', 'copyFileSync'] as const
const asking = ['readdirSync', 'readFileSync', 'lstatSync', 'statSync'] as const
const opening = ['openSync'] as const
const writing = ['writeSync', 'fsyncSync', 'fdatasyncSync', 'ftruncateSync'] as const
const reading = ['readSync', 'fstatSync'] as const
const later = ['open', 'write', 'writev', 'read', 'fsync'] as const // what streams are made of

type Sort = 'write' | 'read'
type Anything = (...args: unknown[]) => unknown

/**
 * Counts what the program does to the disk below `folder`, and spoils one operation. The product calls node:fs by its default
 * export, so its functions can be wrapped; nothing outside the folder is touched.
 */
export function watchDisk(folder: string, fault: DiskFault | null): WatchedDisk {
  let count = 0
  let isMet = false
  const descriptors = new Set<unknown>()
  const openedAtOnce = new Map<unknown, string>()
  const originals = new Map<string, unknown>()
  const isBelow = (name: unknown): boolean => typeof name === 'string' && path.resolve(name).startsWith(folder)

  /** Null where it is to be done; else the error, and whether it is done all the same. */
  function verdictOn(sort: Sort): { readonly error: Error; readonly isDone: boolean } | null {
    count++
    if (!fault || count < fault.at || !isSpoiled(fault, sort, count)) return null
    isMet = true
    return { error: failure(fault.kind === 'full' ? 'ENOSPC' : 'EIO'), isDone: fault.kind === 'doneAndFailed' }
  }

  function wrap(name: string, around: (real: Anything, args: unknown[]) => unknown): void {
    const real = fs[name as 'openSync'] as unknown as Anything // by name: each has other arguments
    originals.set(name, real)
    Object.assign(fs, { [name]: (...args: unknown[]) => around(real, args) })
  }

  const atOnce = (sort: Sort, work: () => unknown): unknown => {
    const spoiled = verdictOn(sort)
    if (!spoiled) return work()
    if (spoiled.isDone) work()
    throw spoiled.error
  }
  for (const name of [...changing, ...asking])
    wrap(name, (real, args) => {
      const sort = (changing as readonly string[]).includes(name) ? 'write' : 'read'
      return isBelow(args[0]) ? atOnce(sort, () => real(...args)) : real(...args)
    })
  for (const name of opening)
    wrap(name, (real, args) => {
      if (!isBelow(args[0])) return real(...args)
      let descriptor: unknown
      try {
        atOnce(createsFile(args[1]) ? 'write' : 'read', () => (descriptor = real(...args)))
      } catch (cause) {
        if (descriptor !== undefined) fs.closeSync(descriptor as number) // opened, and the program was not told of it
        throw cause
      }
      descriptors.add(descriptor)
      openedAtOnce.set(descriptor, String(args[0]))
      return descriptor
    })
  for (const name of [...writing, ...reading])
    wrap(name, (real, args) => {
      const sort = (writing as readonly string[]).includes(name) ? 'write' : 'read'
      return descriptors.has(args[0]) ? atOnce(sort, () => real(...args)) : real(...args)
    })
  wrap('closeSync', (real, args) => {
    descriptors.delete(args[0])
    openedAtOnce.delete(args[0])
    return real(...args)
  })
  for (const name of later)
    wrap(name, (real, args) => {
      const isOurs = name === 'open' ? isBelow(args[0]) : descriptors.has(args[0])
      if (!isOurs) return real(...args)
      const answer = args.at(-1) as Anything
      const noted: Anything = (error, value, ...more) => {
        if (name === 'open' && !error) descriptors.add(value)
        return answer(error, value, ...more)
      }
      const sort = name === 'read' || (name === 'open' && !createsFile(args[1])) ? 'read' : 'write'
      const spoiled = verdictOn(sort)
      if (!spoiled) return real(...args.slice(0, -1), noted)
      if (!spoiled.isDone) return setImmediate(() => answer(spoiled.error))
      return real(...args.slice(0, -1), (error: unknown, value: unknown) => {
        if (name === 'open' && !error) fs.closeSync(value as number)
        answer(spoiled.error)
      })
    })

  return {
    operations: () => count,
    wasMet: () => isMet,
    left: () => [...openedAtOnce.values()],
    release: () => {
      Object.assign(fs, Object.fromEntries(originals))
      // As the system does with the open files of a process that is no more. Streams close their own.
      if (fault?.kind === 'killed') for (const left of openedAtOnce.keys()) fs.closeSync(left as number)
    },
  }
}

/** From `fault.at` on. */
function isSpoiled({ kind, at }: DiskFault, sort: Sort, count: number): boolean {
  if (kind === 'killed') return true
  return kind === 'full' ? sort === 'write' : count === at
}

/** A file that is there opens on a full disk, for writing too. */
const createsFile = (flags: unknown): boolean =>
  typeof flags === 'string' ? /[wa]/.test(flags) : typeof flags === 'number' && (flags & fs.constants.O_CREAT) !== 0

const mark = 'planted by the tests'
const failure = (code: string): Error => Object.assign(new Error(`${code}: ${mark}`), { code })

/** What becomes of it on its way: the tests' way to open a vault, and a bundle that can no longer be read in quarantine. */
const becomes = ['cannotWrite', 'what was checked in quarantine is no longer there']

export const isPlanted = ({ message }: Error): boolean => message.includes(mark) || becomes.includes(message)
