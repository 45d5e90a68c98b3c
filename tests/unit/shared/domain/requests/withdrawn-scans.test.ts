import { describe, expect, test } from 'vitest'
import { factShapes } from '#shared/contracts/facts'
import { foldRequest } from '#shared/domain/requests/request'
import { mayDo } from '#shared/domain/requests/request-acts'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'
import { standingScan, standingScans } from '#shared/domain/requests/standing-scans'
import { day } from '../published-calendars'
import { actsUpTo, andThen, clerk, inARow, registration, reviewer, scanned } from './acts-of-a-request'

const taken = (digest: string): StoredRequestFact => ({
  type: 'scan.withdrawn@1',
  open: { digest },
  personal: { reason: '存错了件' },
})
const by = { actor: clerk, role: 'clerk', posts: ['clerk'], today: day('2026-03-16') } as const
const steps = [[clerk, registration] as const, [clerk, scanned('signedForm', 'aa'), scanned('other', 'bb')] as const]

describe('撤下扫描件', () => {
  test('it stays on the list for the record, with who, when and why, and stands no more', () => {
    const request = foldRequest(inARow(...steps, [reviewer, taken('aa')]))!
    expect(request.scans.map(({ digest, withdrawn }) => [digest, withdrawn?.by.actor, withdrawn?.reason])).toEqual([
      ['aa', reviewer, '存错了件'],
      ['bb', undefined, undefined],
    ])
    expect(standingScans(request).map(({ digest }) => digest)).toEqual(['bb'])
    expect(request.conflicts).toEqual([])
  })

  test('only what stands in this case, once, and by clerk, reviewer or head', () => {
    const request = foldRequest(inARow(...steps))!
    expect(mayDo(request, [taken('aa')], by)).toEqual({ ok: true, value: undefined })
    expect(mayDo(request, [taken('cc')], by)).toEqual({ ok: false, problem: { kind: 'scanNotThere' } })
    expect(mayDo(request, [taken('aa'), taken('aa')], by)).toEqual({ ok: false, problem: { kind: 'scanNotThere' } })
    expect(mayDo(request, [taken('aa')], { ...by, role: 'administrator', posts: ['administrator'] })).toMatchObject({
      problem: { kind: 'postNeeded' },
    })
  })

  test('put in again it stands again, and is taken away again', () => {
    const again = inARow(...steps, [clerk, taken('aa')], [clerk, scanned('signedForm', 'aa')])
    expect(standingScan(foldRequest(again)!, 'aa')?.by.seq).toBe(4)
    const twice = foldRequest(andThen(again, clerk, taken('aa')))!
    expect(standingScan(twice, 'aa')).toBeUndefined()
    expect(twice.scans.map(({ withdrawn }) => withdrawn?.by.seq)).toEqual([3, undefined, 5])
  })

  test('the same file said again while it stands is on the record, and stands once; taken away it stands no more', () => {
    const again = inARow(...steps, [clerk, scanned('signedForm', 'aa')])
    const request = foldRequest(again)!
    expect(request.scans.map(({ digest, isAgain = false }) => [digest, isAgain])).toEqual([
      ['aa', false],
      ['bb', false],
      ['aa', true],
    ])
    expect(standingScans(request).map(({ digest, by: said }) => [digest, said.seq])).toEqual([
      ['aa', 2],
      ['bb', 2],
    ])
    expect(request.conflicts).toEqual([])
    const without = foldRequest(andThen(again, clerk, taken('aa')))!
    expect(standingScans(without).map(({ digest }) => digest)).toEqual(['bb'])
  })

  test('a signed approval sheet that was taken away approves nothing; one on which a letter rests stays', () => {
    const onPaper: StoredRequestFact = {
      type: 'reply.issued@1',
      open: {
        ...{ draftNo: 1, letterNo: '云公开〔2026〕15号', issuedOn: day('2026-03-10') },
        ...{ approval: 'onPaper', approvedOn: day('2026-03-09'), approvalScan: 'cd' },
      },
      personal: { approverName: '何立群' },
    }
    const withSheet = andThen(actsUpTo.submitted, clerk, scanned('paperApproval', 'cd'))
    const without = foldRequest(withSheet)!
    expect(mayDo(without, [taken('cd'), onPaper], by)).toMatchObject({ problem: { kind: 'paperApprovalNotScanned' } })
    expect(mayDo(without, [onPaper, taken('cd')], by)).toEqual({ ok: false, problem: { kind: 'scanIsApproval' } })
  })

  test('its shape asks for the digest and the reason', () => {
    const { open, personal } = factShapes['scan.withdrawn@1']
    expect(open.safeParse({ digest: 'ab'.repeat(32) }).success).toBe(true)
    expect(open.safeParse({ digest: 'ab' }).success).toBe(false)
    expect(personal.safeParse({ reason: '' }).success).toBe(false)
  })
})
