import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A folder that stands for a removable medium: pulled, it is not at its place any more. */
export class Stick {
  readonly path = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-stick-'))
  readonly #inThePocket = `${this.path}-pulled`

  /** Resolves when it was pulled, in the moment in which the first file of an export begins to be written. */
  pulledWhileWriting(): Promise<void> {
    return new Promise((resolve, reject) => {
      const watcher = fs.watch(this.path, () => {
        if (!fs.readdirSync(this.path).some(name => name.startsWith('.part-'))) return
        watcher.close()
        try {
          fs.renameSync(this.path, this.#inThePocket)
          resolve()
        } catch (cause) {
          reject(cause as Error)
        }
      })
    })
  }

  putBack(): void {
    fs.rmSync(this.path, { recursive: true, force: true }) // what a program may have made in its place
    fs.renameSync(this.#inThePocket, this.path)
  }

  /** Folders that look like a finished export. */
  finished(): readonly string[] {
    return fs.readdirSync(this.path).filter(name => name.startsWith('records-desk-'))
  }

  file(name: string): string {
    return path.join(this.path, name)
  }

  remove(): void {
    for (const folder of [this.path, this.#inThePocket]) fs.rmSync(folder, { recursive: true, force: true })
  }
}
