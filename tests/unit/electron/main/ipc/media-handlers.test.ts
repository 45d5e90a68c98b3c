import { expect, it } from 'vitest'
import { mediaHandlers, type MediaHandlerParts } from '../../../../../electron/main/ipc/media-handlers'

type Act = Parameters<MediaHandlerParts['workstation']['append']>[0]

/** Handlers whose acts are kept here; no medium is asked for. */
function noted() {
  const acts: Act[] = []
  const append = (act: Act) => (acts.push(act), { ok: true, value: {} })
  const workstation = { append, options: { newId: () => '0198f7a0-0000-7000-8000-000000000001' } }
  const handlers = mediaHandlers({ workstation, media: {} } as unknown as MediaHandlerParts)
  return { handlers, facts: () => acts.flatMap(({ facts }) => facts) }
}

const reason = '法院调取申请人张三（110101199003074610）的案卷'

it('a reason names people: it stands in the part that is sealed, and nothing of it in the part that headquarters reads', async () => {
  const { handlers, facts } = noted()
  await handlers['media:approve']({ of: { kind: 'register' }, reason, role: 'head' })
  const exportId = '0198f7a0-0000-7000-8000-000000000002'
  await handlers['media:reportMissing']({ exportId, on: '2026-11-28', reason, role: 'clerk' } as never)
  expect(facts().map(({ type }) => type)).toEqual(['media.unmaskedApproved@1', 'media.missing@1'])
  expect(facts().map(fact => fact.personal)).toEqual([{ reason }, { reason }])
  expect(JSON.stringify(facts().map(({ open }) => open))).not.toContain('张三')
})
