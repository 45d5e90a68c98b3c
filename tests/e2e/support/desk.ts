import fs from 'node:fs'
import path from 'node:path'
import type { PlainFact } from '#shared/ledger/act'
import type { Page } from '@playwright/test'
import { handsOn, type Hands } from '../../demo/hands/hands'
import { launch, type LaunchedProgram } from '../../support/launch/launch'
import type { ScriptedDialogs } from '../../support/launch/scripted-dialogs'
import { listenForComplaints } from './complaints'

export type Environment = Readonly<Record<string, string>>

/** The morning on which every test begins, a Tuesday; the program's clock runs on from there. */
export const morning = '2026-09-08T09:10:00+08:00'

/**
 * A window of a test lives for seconds: V8's optimizing compilers took a fifth of its processor time and gave nothing back. What
 * is measured (tests/bench) runs as it is delivered.
 */
const briefly: Environment = { STANDIN_BRIEF: '1' }

export const rehearsalAt = (time: string): Environment => ({ RECORDS_DESK_REHEARSAL_TIME: time })

/** One machine at the counter: its folder outlives the program, which can be ended and started again. */
export class Desk {
  /** What the program did that it must never do; asked by the fixture when the test is over. */
  readonly complaints: string[] = []
  readonly #environment: Environment
  #program: LaunchedProgram | null = null
  #hands: Hands | null = null

  constructor(
    readonly userData: string,
    environment: Environment,
  ) {
    this.#environment = { ...rehearsalAt(morning), ...briefly, ...environment }
  }

  get program(): LaunchedProgram {
    if (!this.#program) throw new Error('The program is not running')
    return this.#program
  }

  get isRunning(): boolean {
    return this.#program !== null
  }

  get page(): Page {
    return this.program.page
  }

  get dialogs(): ScriptedDialogs {
    return this.program.dialogs
  }

  get hands(): Hands {
    if (!this.#hands) throw new Error('The program is not running')
    return this.#hands
  }

  async start(environment: Environment = {}, args: readonly string[] = []): Promise<void> {
    const env = { ...this.#environment, ...environment }
    this.#program = await launch({ userData: this.userData, env, args })
    await listenForComplaints(this.page, complaint => this.complaints.push(complaint))
    await this.page.setViewportSize({ width: 1366, height: 768 })
    this.#hands = handsOn(this.page)
  }

  /** Addresses outside that the program has reached for so far: the browser tells of them a moment after the call. */
  reachedFor(): Promise<string[]> {
    return this.program.external()
  }

  /** Ends the program as a person would and starts it again on the same folder. */
  async restart(environment: Environment = {}): Promise<void> {
    await this.close()
    await this.start(environment)
  }

  async close(): Promise<void> {
    if (!this.#program) return
    const program = this.#program
    await this.complainOfReaches()
    this.#program = null
    await program.close()
  }

  /** Every address outside that was reached for is a complaint. */
  async complainOfReaches(): Promise<void> {
    this.complaints.push(...(await this.reachedFor()).map(address => `reached for ${address}`))
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.program.kill9()
    this.#program = null
  }

  /** The head of the journal as main knows it: what is saved has not changed while this has not. */
  async head(): Promise<{ chain: string; seq: number; hash: string }> {
    const reply = (await this.#ask('ledger:head')) as { ok: boolean; value: never }
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    return reply.value
  }

  /** Asks main to write an act, as a page could that was tampered with. */
  append(act: { subject: string; role: string; facts: readonly PlainFact[] }): Promise<unknown> {
    return this.#ask('ledger:append', act)
  }

  #ask(channel: string, input?: unknown): Promise<unknown> {
    return this.page.evaluate(
      call => {
        const { recordsDesk } = window as unknown as { recordsDesk: { invoke(...call: unknown[]): Promise<unknown> } }
        return recordsDesk.invoke(...call)
      },
      [channel, input],
    )
  }

  /** Which of these the window still holds: on the page, in a field, in what the browser keeps for it. */
  traces(secrets: readonly string[]): Promise<string[]> {
    return this.page.evaluate(wanted => {
      const fields = [...document.querySelectorAll('input, textarea')] as (HTMLInputElement | HTMLTextAreaElement)[]
      const kept = [sessionStorage, localStorage].map(storage => JSON.stringify(storage))
      const held = [document.documentElement.outerHTML, ...fields.map(field => field.value), location.href, ...kept]
      const text = held.join('\n')
      return wanted.filter(secret => text.includes(secret) || text.replaceAll(' ', '').includes(secret))
    }, secrets)
  }

  /** PDF files that came out of the printer, oldest first. */
  printed(): string[] {
    const folder = path.join(this.userData, 'printed')
    return fs.existsSync(folder)
      ? fs
          .readdirSync(folder)
          .sort()
          .map(name => path.join(folder, name))
      : []
  }

  /** Segments of the journal on disk. */
  segments(): string[] {
    const journal = path.join(this.userData, 'office/journal')
    const files = fs.readdirSync(journal, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.seg'))
    return files.sort().map(name => path.join(journal, name))
  }
}
