import fs from 'node:fs'
import { expect } from '@playwright/test'
import type { Desk } from './desk'

/** The desk that the tests of one file share, between one of them and the next. One at a time, in each worker. */
export class DeskOfTheDay {
  #left: { readonly desk: Desk; readonly file: string } | null = null

  /** The desk as that file's last test left it. One that another file left is put away first; null: nothing goes on. */
  async goOn(file: string | null): Promise<Desk | null> {
    const left = this.#left
    if (left !== null && left.file === file) {
      this.#left = null
      return left.desk
    }
    await this.end()
    return null
  }

  /** What it did so far is asked at once, of the test that did it. */
  async leave(desk: Desk, file: string): Promise<void> {
    await desk.complainOfReaches()
    this.#left = { desk, file }
  }

  async end(): Promise<void> {
    const left = this.#left
    this.#left = null
    if (left === null) return
    await putAway(left.desk)
    expect(left.desk.complaints, 'what the program must never do, said as it ended').toEqual([])
  }
}

/** Ends the program and leaves nothing behind. */
export async function putAway(desk: Desk): Promise<void> {
  await desk.close()
  fs.rmSync(desk.userData, { recursive: true, force: true })
}
