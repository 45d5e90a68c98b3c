import fs from 'node:fs'
import path from 'node:path'
import { officeClock } from '../../electron/main/clock/office-clock'
import { checkInThread, type RunCheck } from '../../electron/main/ledger/run-check'
import { journalCare } from '../../electron/main/workstation/journal-care'
import { openTestWorkstation, signInFirst, valueOf } from '../support/workstation/test-workstation'

/** Seconds that the built thread needs for the whole journal of the office in `folder`: chain, states, checkpoint. */
export async function timeJournalCheck(folder: string, today: string): Promise<number> {
  const thread = checkInThread({ source: () => fs.readFileSync(builtThread, 'utf8'), delayMs: 0 })
  const wall = () => Date.parse(`${today}T11:00:00+08:00`)
  let tell: (seconds: number) => void
  let fail: (why: Error) => void
  const answered = new Promise<number>((resolve, reject) => ([tell, fail] = [resolve, reject]))
  const runCheck: RunCheck = (check, answer) => {
    const startedAt = performance.now()
    return thread(check, found => {
      answer(found)
      if (found.kind === 'sound') tell((performance.now() - startedAt) / 1000)
      else fail(new Error(`the journal of the bench is not sound: ${JSON.stringify(found)}`))
    })
  }
  const workstation = openTestWorkstation({
    folder,
    clock: officeClock({ wall, monotonic: () => performance.now() }),
    journalCare: journalCare({ folder, runCheck, leastActs: 1 }),
  })
  valueOf(await signInFirst(workstation))
  const keepsRunning = setInterval(() => undefined, 1_000) // the thread holds no program open
  try {
    return await answered
  } finally {
    clearInterval(keepsRunning)
    workstation.lock()
  }
}

const builtThread = path.resolve(import.meta.dirname, '../../out/check-thread/check-thread.cjs')
