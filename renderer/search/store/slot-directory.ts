import {
  beginningOf,
  type FoundRecord,
  framedRecord,
  type LogRecord,
  type ReadLog,
  readLog,
  type SlotEntry,
  sumOf,
} from './slot-log'
import { type SlotFiles, type SyncFile, writeAll } from './sync-file'

export type DirectoryChange = Pick<LogRecord, 'put' | 'remove' | 'isSettled'>

/** What lies where, in memory and in a log on the disk. */
export interface SlotDirectory {
  readonly entries: ReadonlyMap<string, SlotEntry>
  /** Takes in what another window has written. Answers whether it was anything. */
  catchUp(): boolean
  /** All or nothing; where it throws, nothing. The data that it names was written before. */
  append(change: DirectoryChange): void
}

/**
 * Reads what the files hold and writes nothing. `isThere` tells whether the data of an entry is as it was written: of
 * records that no flush has followed a power cut may have kept the record and lost the data, and then neither it nor
 * a later one counts.
 */
export function openSlotDirectory(logs: SlotFiles['logs'], isThere: (entry: SlotEntry) => boolean): SlotDirectory {
  const entries = new Map<string, SlotEntry>()
  let current: SyncFile | null = null
  let beginning = ''
  /** Where the last record ends, and its checksum. */
  let last = nothing
  let sure = 0
  let epoch = 0
  let failure: unknown = null

  const apply = ({ put, remove }: DirectoryChange) => {
    for (const name of remove) entries.delete(name)
    for (const [name, slot, length, sum] of put) entries.set(name, { slot, length, sum })
  }
  const takeIn = (found: readonly FoundRecord[]) => {
    const settled = found.findLastIndex(({ record }) => record.isSettled)
    for (const [at, one] of found.entries()) {
      const isSure = at <= settled || one.record.put.every(([, slot, length, sum]) => isThere({ slot, length, sum }))
      if (!isSure || one.record.epoch !== epoch) return
      apply(one.record)
      last = { end: one.end, sum: one.sum } // not the record itself: the first one names everything
      sure = one.record.sure
    }
  }
  const load = () => {
    entries.clear()
    current = null
    last = nothing
    const read = logs.map(file => ({ file, ...readLog(file) }))
    const epochOf = ({ records: [first] }: ReadLog) => (first?.record.isFirst ? first.record.epoch : 0)
    const [newest] = read.sort((one, other) => epochOf(other) - epochOf(one))
    if (!newest || epochOf(newest) === 0) return
    epoch = Math.max(epoch, epochOf(newest))
    if (epochOf(newest) < epoch || read.some(({ isDamaged }) => isDamaged)) return
    current = newest.file
    beginning = beginningOf(current)
    takeIn(newest.records)
  }
  const hold = (framed: Uint8Array<ArrayBuffer>, isSure: boolean) => {
    last = { end: last.end + framed.length, sum: sumOf(framed) }
    if (isSure) sure = last.end
  }
  const framedNext = (change: DirectoryChange) =>
    framedRecord({ epoch, isFirst: false, ...change, sure, after: last.sum })
  /** A log with everything in it, held fast before anything refers to it. */
  const writeWhole = (file: SyncFile) => {
    const put = [...entries].map(([name, { slot, length, sum }]) => [name, slot, length, sum] as const)
    const framed = framedRecord({
      ...{ epoch: epoch + 1, isFirst: true, put, remove: [], isSettled: true, sure: 0, after: 0 },
    })
    file.truncate(0)
    writeAll(file, framed, 0)
    file.flush()
    epoch++
    last = nothing
    current = file
    beginning = beginningOf(file)
    hold(framed, true)
  }
  const clear = (file: SyncFile) => {
    file.truncate(0)
    file.flush()
  }
  const begin = () => {
    logs.forEach(clear) // else what is damaged in one might count again some day
    writeWhole(logs[0])
    return logs[0]
  }
  /** The old log goes once the new one is held fast: of two that are whole the later one counts. */
  const rewrite = (old: SyncFile) => {
    const next = logs[0] === old ? logs[1] : logs[0]
    try {
      writeWhole(next)
      clear(old)
    } catch (error) {
      failure = error // which of the two counts at the next start is not known: nothing more may go into either
    }
  }

  load()
  return {
    entries,
    catchUp() {
      if (!current || beginningOf(current) !== beginning || current.getSize() < last.end) {
        if (logs.every(file => file.getSize() === 0)) return false
        const before = [epoch, last.end].join()
        load()
        return [epoch, last.end].join() !== before
      }
      if (current.getSize() === last.end) return false
      const before = last
      takeIn(readLog(current, last).records)
      return last !== before
    },
    append(change) {
      if (failure) throw failure
      const log = current ?? begin()
      const framed = framedNext(change)
      try {
        if (log.getSize() !== last.end) log.truncate(last.end) // what a crash has cut off
        writeAll(log, framed, last.end)
      } catch (error) {
        takeBack(log)
        throw error
      }
      if (change.isSettled) flush(log)
      hold(framed, change.isSettled)
      apply(change)
      if (change.isSettled) sealEnd(log)
      if (change.isSettled && last.end > leastLog + 2 * entries.size * bytesOfRow) rewrite(log)
    },
  }

  /**
   * An empty record behind one that is held fast. Else the last record could decay and pass for a write that was cut off,
   * and what the queue has forgotten with it would be missed.
   */
  function sealEnd(log: SyncFile): void {
    const framed = framedNext({ put: [], remove: [], isSettled: false })
    try {
      writeAll(log, framed, last.end)
      hold(framed, false)
    } catch {
      // The write before it stands; the next one cuts off what is there of this one.
    }
  }

  /** What a disk has failed to hold fast once it may call held fast the next time: nothing more is written after it. */
  function flush(log: SyncFile): void {
    try {
      log.flush()
    } catch (error) {
      takeBack(log)
      failure = error
      throw error
    }
  }

  function takeBack(log: SyncFile): void {
    try {
      log.truncate(last.end)
    } catch (error) {
      failure = error // the record may be there and may be not
    }
  }
}

const nothing = { end: 0, sum: 0 }

/** A log is written anew when it is about twice as long as it had to be. */
const leastLog = 256 * 1024
const bytesOfRow = 60
