import { describe, expect, test } from 'vitest'
import { signedFrom } from '#shared/domain/requests/approval-sheets'
import { foldRequest } from '#shared/domain/requests/request'
import { mayDo } from '#shared/domain/requests/request-acts'
import type { FactOf, StoredRequestFact } from '#shared/domain/requests/request-state'
import { day } from '../published-calendars'
import {
  actsUpTo,
  andThen,
  clerk,
  examined,
  inARow,
  issued,
  registration,
  requestIn,
  returned,
  reviewer,
  scanned,
  searched,
  submitted,
} from '../requests/acts-of-a-request'

const by = { actor: clerk, role: 'clerk', posts: ['clerk'], today: day('2026-03-16') } as const

describe('approval on paper', () => {
  const onPaper = (approvalScan: string): StoredRequestFact => ({
    type: 'reply.issued@1',
    open: {
      draftNo: 1,
      letterNo: '云公开〔2026〕15号',
      issuedOn: day('2026-03-10'),
      approval: 'onPaper',
      approvedOn: day('2026-03-09'),
      approvalScan,
    },
    personal: { approverName: '何立群' },
  })

  test('rests on the scan of the signed sheet', () => {
    const problem = { kind: 'paperApprovalNotScanned' }
    expect(mayDo(requestIn('submitted'), [onPaper('cd')], by)).toEqual({ ok: false, problem })
    const withScan = foldRequest(andThen(actsUpTo.submitted, clerk, scanned('paperApproval', 'cd')))!
    expect(mayDo(withScan, [onPaper('ef')], by)).toEqual({ ok: false, problem })
    expect(mayDo(withScan, [onPaper('cd')], by)).toEqual({ ok: true, value: undefined })
  })

  test('names who signed it and when, between the receipt and the issue', () => {
    const withScan = foldRequest(andThen(actsUpTo.submitted, clerk, scanned('paperApproval', 'cd')))!
    const whole = onPaper('cd') as FactOf<'reply.issued@1'>
    const { approvedOn: _day, ...undated } = whole.open
    const judge = (fact: StoredRequestFact) => mayDo(withScan, [fact], by)
    const incomplete = { problem: { kind: 'paperApprovalIncomplete' } }
    expect(judge({ ...whole, open: undated })).toMatchObject(incomplete)
    expect(judge({ ...whole, personal: { approverName: ' ' } })).toMatchObject(incomplete)
    expect(judge({ type: whole.type, open: whole.open })).toMatchObject(incomplete)
    for (const on of ['2026-03-01', '2026-03-11'])
      expect(judge({ ...whole, open: { ...whole.open, approvedOn: day(on) } })).toMatchObject({
        problem: { kind: 'approvedOutside', on, from: '2026-03-02', to: '2026-03-10' },
      })
  })

  test('never rests on a sheet that was in the case before the reviewer sent the draft back', () => {
    const steps = [
      [clerk, registration],
      [clerk, examined, searched(1)],
      [clerk, submitted(1)],
    ] as const
    const sheet = [clerk, scanned('paperApproval', 'cd')] as const
    const sentBack = [...steps, sheet, [reviewer, returned(1)]] as const
    const second = [clerk, submitted(2, 'REFUSE_INTERNAL')] as const
    const issue = (on: string, scan = 'cd'): StoredRequestFact => {
      const whole = onPaper(scan) as FactOf<'reply.issued@1'>
      return { ...whole, open: { ...whole.open, draftNo: 2, approvedOn: day(on) } }
    }
    const old = foldRequest(inARow(...sentBack, second))!
    expect(mayDo(old, [issue('2026-03-09')], by)).toEqual({ ok: false, problem: { kind: 'paperApprovalOutdated' } })
    const anew = [clerk, scanned('paperApproval', 'ef')] as const
    for (const acts of [inARow(...sentBack, anew, second), inARow(...sentBack, second, anew)])
      expect(mayDo(foldRequest(acts)!, [issue('2026-03-09', 'ef')], by)).toEqual({ ok: true, value: undefined })
    // Its file put in again, because the disk had damaged it, is still the sheet of then.
    const mended = foldRequest(inARow(...sentBack, second, sheet))!
    expect(mayDo(mended, [issue('2026-03-09')], by)).toMatchObject({ problem: { kind: 'paperApprovalOutdated' } })
    // A letter that went out on it, written by an earlier version, is still the letter that went out.
    expect(foldRequest(inARow(...sentBack, second, [clerk, issue('2026-03-02')]))).toMatchObject({ status: 'issued' })
  })

  test('was not signed before the draft before it was sent back', () => {
    const acts = inARow([clerk, registration], [clerk, examined, searched(1)], [clerk, submitted(1)])
    const back = andThen(acts, reviewer, returned(1)).map((act, i) =>
      i < 3 ? act : { ...act, at: Date.UTC(2026, 2, 6) },
    )
    const later = inARow([clerk, submitted(2)], [clerk, scanned('paperApproval', 'cd')]).map((act, i) => ({
      ...act,
      seq: 9 + i,
      hlc: `2026-03-06T10:0${i}`,
    }))
    const whole = onPaper('cd') as FactOf<'reply.issued@1'>
    const signed = (approvedOn: string) => ({
      ...whole,
      open: { ...whole.open, draftNo: 2, approvedOn: day(approvedOn) },
    })
    const request = foldRequest([...back, ...later])!
    expect(mayDo(request, [signed('2026-03-05')], by)).toMatchObject({
      problem: { kind: 'approvedOutside', from: '2026-03-06', to: '2026-03-10' },
    })
    expect(mayDo(request, [signed('2026-03-06')], by)).toEqual({ ok: true, value: undefined })
    expect(signedFrom(request, day('2026-03-05'))).toBe('2026-03-05') // sent back by a clock that ran ahead
  })

  test('is told apart from one in the program', () => {
    const scan = andThen(actsUpTo.submitted, clerk, scanned('paperApproval', 'cd'), onPaper('cd'))
    expect(foldRequest(scan)).toMatchObject({ letter: { approval: 'onPaper', approverName: '何立群' } })
    expect(foldRequest(andThen(actsUpTo.submitted, reviewer, issued(1)))).toMatchObject({
      letter: { approval: 'inProgram', approver: reviewer },
    })
  })
})
