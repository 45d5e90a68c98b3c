import fs from 'node:fs'
import { expect } from '@playwright/test'
import type { Desk } from './desk'

/** The desk that the tests of one file share, between one of them and the next. One at a time, in each worker. */
export class DeskOfTheDay {
  #left: { readonly desk: Desk; readonly day: string } | null = null

  /** The desk as the last test of that day left it. One of another day is put away first; null: nothing goes on. */
  async goOn(day: string | null): Promise<Desk | null> {
    const left = this.#left
    if (left !== null && left.day === day) {
      this.#left = null
      return left.desk
    }
    await this.end()
    return null
  }

  /** What it did so far is asked at once, of the test that did it. */
  async leave(desk: Desk, day: string): Promise<void> {
    await desk.complainOfReaches()
    this.#left = { desk, day }
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
