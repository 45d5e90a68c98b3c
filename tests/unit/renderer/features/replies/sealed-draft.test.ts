import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Drafts } from '#shared/application/desk'
import { ok } from '#shared/kernel/result'
import { sealedDraft, type DraftState } from '../../../../../renderer/features/replies/sealed-draft'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function drafts() {
  const kept = new Map<string, unknown>()
  const port = {
    save: async (name: string, content: unknown) => {
      kept.set(name, content)
      return ok({ savedAt: 1 })
    },
    discard: async (name: string) => {
      kept.delete(name)
      return ok(undefined)
    },
  } as unknown as Drafts
  return { kept, port }
}

test('writes the last state once typing stops', async () => {
  const { kept, port } = drafts()
  const states: DraftState[] = []
  const draft = sealedDraft<string>(port, 'reply-1', state => states.push(state))
  draft.typed('甲')
  draft.typed('甲乙')
  await vi.advanceTimersByTimeAsync(500)
  expect([...kept]).toEqual([['reply-1', '甲乙']])
  expect(states).toEqual([{ kind: 'saved', savedAt: 1 }])
})

test('flush writes at once; nothing typed means nothing written', async () => {
  const { kept, port } = drafts()
  const draft = sealedDraft<string>(port, 'reply-1', () => undefined)
  await draft.flush()
  expect(kept.size).toBe(0)
  draft.typed('甲')
  expect(await draft.flush()).toEqual({ kind: 'saved', savedAt: 1 })
})

test('a dropped draft never comes back', async () => {
  const { kept, port } = drafts()
  const draft = sealedDraft<string>(port, 'reply-1', () => undefined)
  draft.typed('甲')
  await draft.flush()
  draft.typed('乙')
  await draft.drop()
  draft.typed('丙')
  await vi.advanceTimersByTimeAsync(1000)
  expect(kept.size).toBe(0)
})
