import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { launch, type LaunchedProgram } from '../support/launch/launch'
import { fillOffice, type FilledOffice } from '../support/workstation/fill-office'
import { founding } from '../support/workstation/test-workstation'

export const benchDay = '2026-03-02'
const at = { RECORDS_DESK_REHEARSAL_TIME: `${benchDay}T10:00:00+08:00` }
const actsOfARequest = 13
/** Every fiftieth request stops after its search, so that it still runs. */
const openEvery = 50

export interface OfficeOrder {
  readonly requests: number
  /** Filled where it is not yet, used as it is otherwise, and kept: to measure the same office again. A new one where it is left out. */
  readonly profile?: string | undefined
  readonly say: (line: string) => void
}

export interface BenchOffice extends FilledOffice {
  readonly userData: string
}

/** An office of `requests` cases with its view built, for as long as the work takes. */
export async function withOffice<T>(order: OfficeOrder, work: (office: BenchOffice) => Promise<T>): Promise<T> {
  const userData = order.profile ?? fs.mkdtempSync(path.join(os.tmpdir(), 'bench-office-'))
  try {
    return await work({ ...(await filled(userData, order)), userData })
  } finally {
    await Promise.all([...running].map(program => program.kill9())) // of a bench that failed: it would weigh on the next one
    if (!order.profile) fs.rmSync(userData, { recursive: true, force: true })
  }
}

/** Written last: a profile without it was never finished. */
const about = 'bench-office.json'

async function filled(userData: string, { requests, say }: OfficeOrder): Promise<FilledOffice> {
  const note = path.join(userData, about)
  const known = fs.existsSync(note) ? (JSON.parse(fs.readFileSync(note, 'utf8')) as FilledOffice) : null
  if (known && Math.abs(known.requests - requests) <= requests / 20) {
    say(`the office in ${userData}: ${known.requests} requests, ${known.acts} acts`)
    return known
  }
  if (fs.existsSync(userData) && fs.readdirSync(userData).length > 0 && !known)
    throw new Error(`${userData} is no office of a bench, or one that was never finished`)
  fs.rmSync(userData, { recursive: true, force: true })
  fs.mkdirSync(userData, { recursive: true })
  say(`filling an office with ${requests} requests`)
  const office = await fillOffice(userData, requests * actsOfARequest, benchDay, openEvery)
  say('building the view')
  const { program } = await openOffice(userData)
  await program.close()
  fs.writeFileSync(note, JSON.stringify(office))
  return office
}

const running = new Set<LaunchedProgram>()

/** The program with somebody signed in and Today on screen, and how long that took from Enter. */
export async function openOffice(userData: string): Promise<{ program: LaunchedProgram; startSeconds: number }> {
  const program = await launch({ userData, env: at })
  running.add(program)
  void program.exited.then(() => running.delete(program))
  await program.page.setViewportSize({ width: 1366, height: 768 })
  return { program, startSeconds: await signIn(program.page) }
}

async function signIn(page: Page): Promise<number> {
  const field = page.getByLabel('密码', { exact: true })
  await field.fill(founding.administrator.password)
  const startedAt = performance.now()
  await field.press('Enter')
  await page.getByRole('heading', { name: '今日', level: 1 }).waitFor({ timeout: 300_000 })
  await page.locator('.today-lanes, .today-empty').first().waitFor({ timeout: 300_000 })
  return (performance.now() - startedAt) / 1000
}
