import { randomUUID } from 'node:crypto'
import type { PlainFact } from '#shared/ledger/act'

export interface VisitStep {
  /** First post of the person who does it. */
  readonly by: 'administrator' | 'reviewer'
  readonly role: string
  readonly subject: string
  readonly facts: readonly PlainFact[]
}

export interface VisitNumbers {
  readonly agencyId: string
  readonly today: string
  /** The next serials of the request and letter series. */
  readonly requestSerial: number
  readonly letterSerial: number
}

/** One whole visit as acts, every kind of fact of a request at least once. */
export function visitActs({ agencyId, today, requestSerial, letterSerial }: VisitNumbers): VisitStep[] {
  const subject = `request:${randomUUID()}`
  const serial = String(requestSerial).padStart(4, '0')
  const year = today.slice(0, 4)
  const clerk = (...facts: PlainFact[]): VisitStep => ({ by: 'administrator', role: 'clerk', subject, facts })
  const reviewer = (...facts: PlainFact[]): VisitStep => ({ by: 'reviewer', role: 'reviewer', subject, facts })
  const submit = (draftNo: number) =>
    clerk({
      type: 'reply.submitted@1',
      open: { draftNo, decision: 'NOT_EXIST' },
      personal: { reasons: '经检索，本机关未制作、未获取该信息。', attachments: [] },
    })
  const produced = (document: string) =>
    clerk({ type: 'document.produced@1', open: { document, how: 'printed', digest: 'ab'.repeat(32), pages: 1 } })
  return [
    clerk({
      type: 'request.registered@1',
      open: {
        requestNo: `YX-A-${year}-${serial}`,
        agencyId,
        channel: 'inPerson',
        receivedOn: today,
        applicantType: 'naturalPerson',
        medium: 'paper',
        route: 'collect',
        originalSeen: true,
      },
      personal: {
        applicant: { name: '张㛃䶮', idNumber: '110101190001010014', phone: '13900000182' },
        description: '青石镇白鹭村2019-G-014号宗地批准文件',
        queryCode: '2345-6789-ACDE',
      },
    }),
    produced('F03'),
    produced('slip'),
    clerk({ type: 'request.examined@1', open: { elementsComplete: true, withinRemit: true } }),
    clerk({
      type: 'search.recorded@1',
      open: { searchedOn: today, periodFrom: '2018-01', periodTo: '2021-12', found: 0 },
      personal: {
        places: ['档案管理系统'],
        unitsAsked: ['用途管制科'],
        words: ['白鹭村', 'G-014'],
        result: '未检索到',
      },
    }),
    submit(1),
    reviewer({ type: 'reply.returned@1', open: { draftNo: 1 }, personal: { remarks: '请写明检索范围' } }),
    submit(2),
    reviewer({
      type: 'reply.issued@1',
      open: { draftNo: 2, letterNo: `云自然资公开〔${year}〕${letterSerial}号`, issuedOn: today },
    }),
    produced('R12'),
    produced('S01'),
    clerk({ type: 'personalData.revealed@1', open: { what: 'applicant' } }),
    clerk({
      type: 'reply.served@1',
      open: { servedOn: today, way: 'inPerson', receivedAs: 'applicant' },
      personal: { place: '甲号窗口', receivedBy: '张㛃䶮' },
    }),
  ]
}
