import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from '@playwright/test'
import { launch, type LaunchedProgram } from '../support/launch/launch'
import { handsOn, type Hands } from './hands/hands'

/** A machine of a demo, on a folder of its own that outlives the program. Its clock is a rehearsal's. */
export class Machine {
  readonly userData = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-demo-'))
  readonly hands: Hands
  #program: LaunchedProgram | null = null
  #current: Hands | null = null
  #keysBefore = 0

  constructor(readonly day: string) {
    const now = (): Hands => {
      if (!this.#current) throw new Error('The program is not running')
      return this.#current
    }
    this.hands = {
      get page() {
        return now().page
      },
      keys: () => this.#keysBefore + (this.#current?.keys() ?? 0),
      press: (...keys) => now().press(...keys),
      type: text => now().type(text),
      fillNext: (label, text) => now().fillNext(label, text),
      tabTo: target => now().tabTo(target),
    }
  }

  get program(): LaunchedProgram {
    if (!this.#program) throw new Error('The program is not running')
    return this.#program
  }

  /** `HH:MM`, or with seconds. */
  async startAt(time: string): Promise<void> {
    const env = { RECORDS_DESK_REHEARSAL_TIME: momentOf(this.day, time), RECORDS_DESK_REHEARSAL_ADDRESS: '127.0.0.1' }
    this.#program = await launch({ userData: this.userData, env })
    await this.program.page.setViewportSize({ width: 1366, height: 768 })
    this.#current = handsOn(this.program.page)
  }

  /** Hands at the window that opens beside the first. */
  async secondWindow(): Promise<Hands> {
    const others = () => this.program.pages().filter(page => page !== this.program.page)
    await expect.poll(() => others().length, { timeout: 60_000 }).toBe(1)
    const page = others()[0]!
    await page.setViewportSize({ width: 1366, height: 768 })
    return handsOn(page)
  }

  async oneWindow(): Promise<void> {
    await expect.poll(() => this.program.pages().length, { timeout: 60_000 }).toBe(1)
  }

  async close(): Promise<void> {
    const program = this.#program
    this.#keysBefore = this.hands.keys()
    this.#program = this.#current = null
    await program?.close()
  }
}

/** ISO 8601 in Beijing's time. */
export const momentOf = (day: string, time: string): string => `${day}T${time.length === 5 ? `${time}:00` : time}+08:00`
