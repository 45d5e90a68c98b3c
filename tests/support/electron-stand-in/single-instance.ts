import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
  type FSWatcher,
} from 'node:fs'
import path from 'node:path'

export interface SecondStart {
  readonly argv: string[]
  readonly cwd: string
  readonly data: unknown
}

/**
 * A lock file with our process id, and a spool folder that the first instance watches. Synchronous, as Electron's is;
 * a lock left by a killed process is taken over.
 */
export class SingleInstance {
  readonly #lock: string
  readonly #spool: string
  readonly #onSecond: (start: SecondStart) => void
  #watcher: FSWatcher | undefined

  constructor(userData: string, onSecond: (start: SecondStart) => void) {
    this.#lock = path.join(userData, 'stand-in.lock')
    this.#spool = path.join(userData, 'stand-in.second')
    this.#onSecond = onSecond
  }

  get held(): boolean {
    return this.#watcher !== undefined
  }

  acquire(data: unknown): boolean {
    if (this.held) return true
    mkdirSync(this.#spool, { recursive: true })
    if (!this.#claim()) {
      this.#announce({ argv: process.argv, cwd: process.cwd(), data })
      return false
    }
    for (const file of readdirSync(this.#spool)) rmSync(path.join(this.#spool, file), { force: true })
    this.#watcher = watch(this.#spool, () => this.#collect())
    this.#watcher.unref()
    return true
  }

  release(): void {
    if (!this.held) return
    this.#watcher?.close()
    this.#watcher = undefined
    rmSync(this.#lock, { force: true })
  }

  #claim(): boolean {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        writeFileSync(this.#lock, `${process.pid} ${startedAt(process.pid)}`, { flag: 'wx' })
        return true
      } catch {
        if (holderIsAlive(this.#lock)) return false
        rmSync(this.#lock, { force: true })
      }
    }
    return false
  }

  /** Written aside and renamed, so that the watcher never reads half a message. */
  #announce(start: SecondStart): void {
    const file = path.join(this.#spool, `${process.pid}.json`)
    writeFileSync(`${file}.part`, JSON.stringify(start))
    renameSync(`${file}.part`, file)
  }

  #collect(): void {
    for (const name of readdirSync(this.#spool)) {
      const file = path.join(this.#spool, name)
      if (!name.endsWith('.json') || !existsSync(file)) continue
      const start = JSON.parse(readFileSync(file, 'utf8')) as SecondStart
      rmSync(file, { force: true })
      this.#onSecond(start)
    }
  }
}

function holderIsAlive(lock: string): boolean {
  try {
    const [pid = '', since = ''] = readFileSync(lock, 'utf8').split(' ')
    if (since === '') return false // a power cut kept the file and not what was in it
    process.kill(Number(pid), 0)
    return Number(pid) !== process.pid && startedAt(Number(pid)) === since
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Start time from /proc, so that a reused process id is not mistaken for ours; a zombie counts as gone. */
function startedAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? 'gone' : (fields[19] ?? '')
  } catch {
    return ''
  }
}
