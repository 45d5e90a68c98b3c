import { expect, it } from 'vitest'
import { ok } from '#shared/kernel/result'
import { sealedDraft } from '#shared/application/drafts/sealed-draft'
import { deskDrafts } from '../../../../../../renderer/windows/desk/compose/desk-drafts'
import { watchWaitingDrafts, type WaitingDrafts } from '../../../../../../renderer/features/today/waiting-drafts'
import { day } from '../../../../shared/domain/published-calendars'

const today = day('2026-10-13')

/** A vault that answers a little later, as the bridge does. */
function slowVault() {
  const kept = new Map<string, { content: unknown; savedAt: number }>()
  const soon = () => new Promise(done => setTimeout(done, 5))
  const drafts = deskDrafts({
    'draft:save': async ({ name, content }) => {
      await soon()
      kept.set(name, { content, savedAt: kept.size + 1 })
      return ok({ savedAt: kept.size })
    },
    'draft:load': async ({ name }) => ok((kept.get(name) ?? null) as never),
    'draft:list': async () => ok([...kept].map(([name, { savedAt }]) => ({ name, savedAt }))),
    'draft:discard': async ({ name }) => {
      kept.delete(name)
      return ok(undefined)
    },
  })
  return { ...drafts, kept }
}

const neverByItself = (): (() => void) => () => undefined

it('a list that is read while the draft is still on its way is read again when it has arrived', async () => {
  const { port } = slowVault()
  const keeper = sealedDraft(port, 'reception-1', { onState: () => undefined, later: neverByItself })
  keeper.typed({ name: '张三丰' })
  const heard: WaitingDrafts[] = []
  const flushed = keeper.flush() // as the form does when it is left
  const stop = watchWaitingDrafts(port, today)(found => heard.push(found)) // as the board does that follows it
  await flushed
  await expect.poll(() => heard.at(-1)).toMatchObject({ kind: 'read', newest: [{ applicant: '张**' }] })
  stop()
  const before = heard.length
  await port.discard('reception-1')
  expect(heard).toHaveLength(before)
})

it('settles when every open form has written what was typed, one that cannot write included', async () => {
  const { port, settle, kept } = slowVault()
  const keeper = sealedDraft(port, 'reception-1', { onState: () => undefined, later: neverByItself })
  const leave = port.keepInStep(keeper.flush)
  port.keepInStep(() => Promise.reject(new Error('the bridge is gone')))
  keeper.typed({ name: '张三' })
  await settle()
  expect(kept.get('reception-1')?.content).toEqual({ name: '张三' })

  leave()
  keeper.typed({ name: '李四' })
  await settle()
  expect(kept.get('reception-1')?.content).toEqual({ name: '张三' })
})
