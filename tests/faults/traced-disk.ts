import type { JournalDisk, JournalFile } from '../../electron/main/ledger/journal-disk'

/** What a journal asked of its disk, in order. */
export type DiskStep =
  | { readonly kind: 'create'; readonly name: string; readonly bytes: Buffer }
  | { readonly kind: 'write'; readonly name: string; readonly bytes: Buffer; readonly position: number }
  | { readonly kind: 'sync'; readonly name: string }

/** Hands every call on and keeps what would change the medium. */
export function tracedDisk(disk: JournalDisk, steps: DiskStep[]): JournalDisk {
  const traced = (file: JournalFile): JournalFile => ({
    ...file,
    write: (bytes, position) => {
      steps.push({ kind: 'write', name: file.name, bytes: Buffer.from(bytes), position })
      file.write(bytes, position)
    },
    datasync: () => {
      steps.push({ kind: 'sync', name: file.name })
      file.datasync()
    },
  })
  return {
    list: disk.list,
    open: name => traced(disk.open(name)),
    openToRead: disk.openToRead,
    create: (name, header, size) => {
      // Durable under its name when it returns: zeros behind the header (journal-disk.ts).
      steps.push({ kind: 'create', name, bytes: Buffer.from(header) })
      return traced(disk.create(name, header, size))
    },
  }
}

const sectorBytes = 512

/** A sector that the medium may hold or not: what was written since the last flush, in any order. */
interface Sector {
  readonly name: string
  readonly position: number
  readonly bytes: Buffer
}

/** What lies on the medium for certain, and what may. */
export class Medium {
  readonly #durable: Map<string, Buffer>
  #pending: Sector[] = []

  constructor(durable: ReadonlyMap<string, Buffer> = new Map()) {
    this.#durable = new Map(durable)
  }

  /** How many sectors hang in the air. */
  get open(): number {
    return this.#pending.length
  }

  take(step: DiskStep): void {
    if (step.kind === 'create') this.#durable.set(step.name, step.bytes)
    else if (step.kind === 'write') this.#pending.push(...sectorsOf(step))
    else {
      for (const sector of this.#pending) if (sector.name === step.name) put(this.#durable, sector)
      this.#pending = this.#pending.filter(({ name }) => name !== step.name)
    }
  }

  /** After a cut now, where the medium had taken those sectors of the open ones. */
  left(isThere: (sector: number) => boolean): Map<string, Buffer> {
    const left = new Map(this.#durable)
    for (const [index, sector] of this.#pending.entries())
      put(left, isThere(index) ? sector : { ...sector, bytes: none })
    return left
  }
}

const none = Buffer.alloc(0)

function sectorsOf({ name, bytes, position }: Extract<DiskStep, { kind: 'write' }>): Sector[] {
  const sectors: Sector[] = []
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(bytes.length, at + sectorBytes - ((position + at) % sectorBytes))
    sectors.push({ name, position: position + at, bytes: bytes.subarray(at, end) })
    at = end
  }
  return sectors
}

/** Copied before it is changed: what others were given stays as it was. */
function put(files: Map<string, Buffer>, { name, position, bytes }: Sector): void {
  const before = files.get(name) ?? none
  const after = Buffer.alloc(Math.max(before.length, position + bytes.length))
  before.copy(after)
  bytes.copy(after, position)
  files.set(name, after)
}
