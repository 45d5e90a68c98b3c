import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { countedAnswers } from '../../../../../electron/main/kiosk/counted-answers'
import { tellCountedAnswers } from '../../../../../electron/main/kiosk/tell-counted-answers'
import { officeClock } from '../../../../../electron/main/clock/office-clock'
import { founding, openTestWorkstation, valueOf } from '../../../../support/workstation/test-workstation'

const dayMs = 86_400_000

function folder(): string {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'answers-test-'))
  onTestFinished(() => fs.rmSync(place, { recursive: true, force: true }))
  return place
}

test('a number a day, kept over a restart, and only whole days are told', () => {
  const place = folder()
  const answers = countedAnswers(place)
  for (const answer of ['satisfied', 'satisfied', 'fair'] as const) answers.add(answer, '2026-11-02')
  answers.add('dissatisfied', '2026-11-03')
  const again = countedAnswers(place)
  expect(again.before('2026-11-02')).toEqual([])
  const [whole, ...none] = again.before('2026-11-03')
  expect(none).toEqual([])
  expect(whole).toMatchObject({ on: '2026-11-02', satisfied: 2, fair: 1, dissatisfied: 0 })
  again.forget(whole!.countId)
  expect(again.before('2026-11-04').map(({ on }) => on)).toEqual(['2026-11-03'])
  fs.writeFileSync(path.join(place, 'answers.json'), '{')
  expect(again.before('2026-11-04')).toEqual([])
})

test('the numbers become one act of whoever is signed in, once, also where its count was not forgotten', async () => {
  const place = folder()
  const wall = { ms: Date.now() }
  const workstation = openTestWorkstation({
    folder: path.join(place, 'office'),
    clock: officeClock({ wall: () => wall.ms, monotonic: () => wall.ms }),
  })
  const answers = countedAnswers(place)
  answers.add('satisfied', workstation.options.clock.today())
  const saved = fs.readFileSync(path.join(place, 'answers.json'))
  tellCountedAnswers(answers, workstation) // nobody is signed in
  valueOf(await workstation.establish(founding))
  onTestFinished(() => workstation.lock())
  tellCountedAnswers(answers, workstation) // the day is not over
  expect(toldIn(workstation)).toEqual([])

  wall.ms += dayMs
  tellCountedAnswers(answers, workstation)
  expect(toldIn(workstation)).toMatchObject([{ open: { satisfied: 1, fair: 0, dissatisfied: 0 } }])
  expect(toldIn(workstation)[0]).not.toHaveProperty('personal')
  fs.writeFileSync(path.join(place, 'answers.json'), saved) // a crash in between
  tellCountedAnswers(answers, workstation)
  expect(toldIn(workstation)).toHaveLength(1)
  expect(answers.before('2999-01-01')).toEqual([])
})

const toldIn = (workstation: ReturnType<typeof openTestWorkstation>) =>
  workstation
    .ledger!.actsOf('office')
    .flatMap(({ facts }) => facts)
    .filter(({ type }) => type === 'kiosk.answered@1')
