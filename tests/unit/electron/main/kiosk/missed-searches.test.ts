import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { kioskWishes } from '../../../../../electron/main/authority/kiosk-wishes'
import { officeClock } from '../../../../../electron/main/clock/office-clock'
import { missedSearches } from '../../../../../electron/main/kiosk/missed-searches'
import { tellMissedSearches } from '../../../../../electron/main/kiosk/tell-missed-searches'
import { founding, openTestWorkstation, valueOf } from '../../../../support/workstation/test-workstation'

const hourMs = 3_600_000

function counting() {
  const time = { on: '2026-11-02', ms: 0 }
  const missed = missedSearches({ ...kioskWishes, today: () => time.on, now: () => time.ms })
  return { time, missed }
}

test('a number a day and a visit; nothing that may be a number of somebody', () => {
  const { time, missed } = counting()
  for (const typed of ['水价', ' 水价', '１３８００００３７７', '138 0000 0377', '水']) missed.add(typed)
  expect(missed.all()).toEqual([{ on: '2026-11-02', words: '水价', times: 1 }])
  missed.endVisit()
  missed.add('水价')
  missed.endVisit()
  time.on = '2026-11-03'
  missed.add('水价')
  expect(missed.all()).toEqual([
    { on: '2026-11-02', words: '水价', times: 2 },
    { on: '2026-11-03', words: '水价', times: 1 },
  ])
})

test('due an hour after the first, or when its day is over; what leans on the keys fills nothing', () => {
  const { time, missed } = counting()
  expect([missed.due(), missed.isEmpty]).toEqual([[], true])
  missed.add('水价')
  time.ms += hourMs - 1
  expect(missed.due()).toEqual([])
  time.ms += 1
  expect(missed.due()).toHaveLength(1)
  missed.forget()
  missed.add('水价')
  expect([missed.due(), missed.isEmpty]).toEqual([[], true]) // the same visit has not ended
  missed.endVisit()
  missed.add('电价')
  expect(missed.due()).toEqual([])
  time.on = '2026-11-03'
  expect(missed.due()).toHaveLength(1)
  for (let n = 0; n < 500; n++) missed.add(`键盘${n}`)
  expect(missed.all()).toHaveLength(100)
})

test('they join the unmet demand once, sealed, in acts of whoever is signed in, and wait until somebody is', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'missed-test-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  const wall = { ms: Date.now() }
  const workstation = openTestWorkstation({
    ...{ folder, clock: officeClock({ wall: () => wall.ms, monotonic: () => wall.ms }) },
  })
  const today = workstation.options.clock.today()
  const missed = missedSearches({ ...kioskWishes, today: () => today, now: () => 0 })
  const tell = (isLast: boolean) => tellMissedSearches(missed, workstation, { ...kioskWishes, isLast })
  missed.add('枫林路改造')
  tell(true) // nobody is signed in
  expect(missed.isEmpty).toBe(false)
  valueOf(await workstation.establish(founding))
  onTestFinished(() => workstation.lock())
  tell(false) // the hour is not over
  expect(toldIn(workstation)).toEqual([])
  tell(true)
  expect(toldIn(workstation)).toMatchObject([
    { type: 'enquiry.unmet@1', open: { atKiosk: { on: today, times: 1 } }, personal: { words: '枫林路改造' } },
  ])
  expect(missed.isEmpty).toBe(true)
  tell(true)
  expect(toldIn(workstation)).toHaveLength(1)
})

const toldIn = ({ ledger }: ReturnType<typeof openTestWorkstation>) =>
  [...ledger!.subjects()]
    .filter(subject => subject.startsWith('enquiry:'))
    .flatMap(subject => ledger!.actsOf(subject))
    .flatMap(({ facts }) => facts)
