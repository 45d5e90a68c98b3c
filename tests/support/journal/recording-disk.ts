import type { JournalDisk, JournalFile } from '../../../electron/main/ledger/journal-disk'

export type DiskCall = 'create' | 'write' | 'datasync'

/** Hands every call on and notes its name, so that a test can ask in which order the disk was asked. */
export function recordingDisk(disk: JournalDisk, calls: string[]): JournalDisk {
  const noted = (file: JournalFile): JournalFile => ({
    ...file,
    write: (bytes, position) => {
      calls.push('write')
      file.write(bytes, position)
    },
    datasync: () => {
      calls.push('datasync')
      file.datasync()
    },
  })
  return {
    list: disk.list,
    open: name => noted(disk.open(name)),
    openToRead: disk.openToRead,
    create: (name, header, size) => {
      calls.push('create')
      return noted(disk.create(name, header, size))
    },
  }
}

/** The planted build: it forgets to flush. A safety check that does not catch it is worth nothing. */
export function forgetfulDisk(disk: JournalDisk): JournalDisk {
  const forget = (file: JournalFile): JournalFile => ({ ...file, datasync: () => undefined })
  return {
    list: disk.list,
    open: name => forget(disk.open(name)),
    openToRead: disk.openToRead,
    create: (name, header, size) => forget(disk.create(name, header, size)),
  }
}

/** Every acknowledgement stands behind a write and a datasync that came after that write. */
export function firstAckWithoutFlush(calls: readonly string[]): number {
  let dirty = false
  for (const [index, call] of calls.entries()) {
    if (call === 'write') dirty = true
    if (call === 'datasync') dirty = false
    if (call === 'ack' && dirty) return index
  }
  return -1
}

/** Fails one write half-way, as a full disk does. */
export function fullDisk(disk: JournalDisk, fault: { isDue: boolean }): JournalDisk {
  const failing = (file: JournalFile): JournalFile => ({
    ...file,
    write: (bytes, position) => {
      if (!fault.isDue) return file.write(bytes, position)
      fault.isDue = false
      file.write(bytes.subarray(0, bytes.length >> 1), position)
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    },
  })
  return {
    list: disk.list,
    open: name => failing(disk.open(name)),
    openToRead: disk.openToRead,
    create: (name, header, size) => failing(disk.create(name, header, size)),
  }
}

/** Puts something between the journal and its flush. */
export function withFlush(disk: JournalDisk, between: (flush: () => void) => void): JournalDisk {
  const watched = (file: JournalFile): JournalFile => ({ ...file, datasync: () => between(() => file.datasync()) })
  return {
    list: disk.list,
    open: name => watched(disk.open(name)),
    openToRead: disk.openToRead,
    create: (name, header, size) => watched(disk.create(name, header, size)),
  }
}

/** Makes no file while it is full, and counts what is closed twice: the number may be another file's by then. */
export function withoutRoomForMore(disk: JournalDisk, of: { isFull: boolean; closedTwice: number }): JournalDisk {
  const counted = (file: JournalFile): JournalFile => {
    let isClosed = false
    return {
      ...file,
      close: () => {
        if (isClosed) of.closedTwice++
        else file.close()
        isClosed = true
      },
    }
  }
  return {
    list: disk.list,
    open: name => counted(disk.open(name)),
    openToRead: disk.openToRead,
    create: (name, header, size) => {
      if (of.isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      return counted(disk.create(name, header, size))
    },
  }
}

/** Takes nothing, or gives nothing back, while it is told to. */
export function refusingDisk(disk: JournalDisk, refuses: { writes: boolean; reads: boolean }): JournalDisk {
  const refuse = (code: string): never => {
    throw Object.assign(new Error(code), { code })
  }
  const refusing = (file: JournalFile): JournalFile => ({
    ...file,
    write: (bytes, position) => (refuses.writes ? refuse('ENOSPC') : file.write(bytes, position)),
    datasync: () => (refuses.writes ? refuse('ENOSPC') : file.datasync()),
  })
  return {
    list: () => (refuses.reads ? refuse('EIO') : disk.list()),
    open: name => refusing(disk.open(name)),
    openToRead: name => (refuses.reads ? refuse('EIO') : disk.openToRead(name)),
    create: (name, header, size) => (refuses.writes ? refuse('ENOSPC') : refusing(disk.create(name, header, size))),
  }
}
