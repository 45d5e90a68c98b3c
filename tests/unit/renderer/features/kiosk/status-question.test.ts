import { expect, test } from 'vitest'
import type { LookedUp } from '#shared/application/kiosk/ports'
import { err, ok, type Result } from '#shared/kernel/result'
import { statusQuestion, type StatusAnswer } from '../../../../../renderer/features/kiosk/status-question'

const found: LookedUp = { outcome: 'notFound', triesLeft: 4 }
const other: LookedUp = { outcome: 'mustWait', waitSeconds: 300 }
const typed = { code: 'A', lastFour: '0001' }

/** A desk that answers when it is told to, and what is on the screen meanwhile. */
function slowDesk() {
  const answers: ((answer: Result<LookedUp, never>) => void)[] = []
  const lookUp = () => new Promise<Result<LookedUp, never>>(resolve => void answers.push(resolve))
  const screen: { shown: StatusAnswer } = { shown: null }
  const question = statusQuestion({ lookUp }, answer => void (screen.shown = answer))
  return { question, screen, answers }
}

test('an answer goes as soon as what was asked is changed', async () => {
  const { question, screen, answers } = slowDesk()
  const asked = question.ask(typed)
  expect(screen.shown).toBe('busy')
  answers[0]!(ok(found))
  await asked
  expect(screen.shown).toEqual(found)
  question.forget()
  expect(screen.shown).toBeNull()
})

test('an answer that comes after the change is not shown, nor one that a later question has overtaken', async () => {
  const { question, screen, answers } = slowDesk()
  const first = question.ask(typed)
  question.forget()
  answers[0]!(ok(found))
  await first
  expect(screen.shown).toBeNull()
  const [second, third] = [question.ask(typed), question.ask({ ...typed, code: 'B' })]
  answers[2]!(ok(other))
  await third
  answers[1]!(ok(found))
  await second
  expect(screen.shown).toEqual(other)
})

test('that it could not be looked up is said of the question in hand alone', async () => {
  const { question, screen, answers } = slowDesk()
  const asked = question.ask(typed)
  answers[0]!(err(undefined as never))
  await asked
  expect(screen.shown).toBe('failed')
})
