import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Problem } from '#shared/contracts/problems'
import { emptyRegistration, type RegistrationForm } from '#shared/application/reception/registration-form'
import { err, ok } from '#shared/kernel/result'
import { sealedDraft, type DraftBox, type DraftState } from '#shared/application/drafts/sealed-draft'
import { isBlankRegistration } from '#shared/application/reception/registration-draft'
import { later } from '../../../../../renderer/ui/states/later'
import { day } from '../../domain/published-calendars'

const empty = emptyRegistration(day('2026-10-13'), '')
const named = (name: string): RegistrationForm => ({ ...empty, name })

function setUp(before?: DraftState) {
  const calls: string[] = []
  const states: DraftState[] = []
  const broken: { problem: Problem | null; port: boolean } = { problem: null, port: false }
  const soon = () => new Promise(done => setTimeout(done, 50))
  const box: DraftBox = {
    async save(name, content) {
      await soon()
      if (broken.port) throw new Error('the bridge is gone')
      if (broken.problem) return err(broken.problem)
      calls.push(`save ${name} ${(content as RegistrationForm).name}`)
      return ok({ savedAt: calls.length })
    },
    async discard(name) {
      await soon()
      if (broken.port) throw new Error('the bridge is gone')
      calls.push(`discard ${name}`)
      return ok(undefined)
    },
  }
  const keeper = sealedDraft<RegistrationForm>(box, 'reception-1', {
    onState: state => states.push(state),
    ...{ later, isBlank: isBlankRegistration, ...(before && { before }) },
  })
  return { keeper, calls, states, broken }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('writes once typing has stopped for 400 ms', async () => {
  const { keeper, calls, states } = setUp()
  keeper.typed(named('张'))
  await vi.advanceTimersByTimeAsync(399)
  keeper.typed(named('张三'))
  await vi.advanceTimersByTimeAsync(399)
  expect(calls).toEqual([])
  await vi.advanceTimersByTimeAsync(100)
  expect(calls).toEqual(['save reception-1 张三'])
  expect(states).toEqual([{ kind: 'saved', savedAt: 1 }])
})

it('writes at once on leaving, and only what is not written yet', async () => {
  const { keeper, calls } = setUp()
  keeper.typed(named('张三'))
  const left = keeper.flush()
  await vi.runAllTimersAsync()
  expect(await left).toEqual({ kind: 'saved', savedAt: 1 })
  const again = keeper.flush()
  await vi.runAllTimersAsync()
  expect(await again).toEqual({ kind: 'saved', savedAt: 1 })
  expect(calls).toEqual(['save reception-1 张三'])
})

it('leaves no draft of an empty form', async () => {
  const { keeper, calls } = setUp({ kind: 'saved', savedAt: 7 })
  keeper.typed({ ...empty, originalSeen: true, name: '  ' })
  const left = keeper.flush()
  await vi.runAllTimersAsync()
  expect(await left).toEqual({ kind: 'none' })
  expect(calls).toEqual(['discard reception-1'])
})

it('leaves no draft of a form that is registered, though a save was on its way', async () => {
  const { keeper, calls } = setUp()
  keeper.typed(named('张三'))
  await vi.advanceTimersByTimeAsync(420)
  keeper.typed(named('张三丰'))
  const gone = keeper.drop()
  keeper.typed(named('又来'))
  await vi.runAllTimersAsync()
  await gone
  expect(calls).toEqual(['save reception-1 张三', 'discard reception-1'])
})

it('keeps a form that was not saved and writes it at the next occasion', async () => {
  const { keeper, calls, broken } = setUp()
  broken.problem = { kind: 'cannotWrite', detail: 'ENOSPC' }
  keeper.typed(named('张三'))
  const first = keeper.flush()
  await vi.runAllTimersAsync()
  expect(await first).toEqual({ kind: 'failed', problem: broken.problem })
  broken.problem = null
  const second = keeper.flush()
  await vi.runAllTimersAsync()
  expect(await second).toEqual({ kind: 'saved', savedAt: 1 })
  expect(calls).toEqual(['save reception-1 张三'])
})

it('goes on after a save that broke: what was typed is told as not saved, and written next time', async () => {
  const { keeper, calls, states, broken } = setUp()
  broken.port = true
  keeper.typed(named('张三'))
  await vi.runAllTimersAsync()
  expect(states).toEqual([{ kind: 'failed', problem: { kind: 'failed', reference: 'draft' } }])
  broken.port = false
  const left = keeper.flush()
  await vi.runAllTimersAsync()
  expect(await left).toEqual({ kind: 'saved', savedAt: 1 })
  broken.port = true
  const gone = keeper.drop()
  await vi.runAllTimersAsync()
  await expect(gone).resolves.toBeUndefined()
  expect(calls).toEqual(['save reception-1 张三'])
})
