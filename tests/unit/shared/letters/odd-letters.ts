import type { LetterModel } from '#shared/letters/letter-model'
import { agency, day, dueDate, longReasons, sampleLetters } from './sample-letters'

const { F03, R01, R12, S01, slip } = sampleLetters
/** Runs into 2027, whose calendar is not published. */
const provisional = dueDate({ kind: 'received', on: day('2026-12-14') })

/** Letters at the edges: long, provisional, filled in, with names that hardly fit. */
export const oddLetters = {
  long: { ...R01, reasons: longReasons(1500) },
  proof: { ...R12, purpose: 'proof', letterNo: null },
  provisionalSlip: { ...slip, due: provisional, madeOn: day('2026-12-14') },
  longSlip: {
    ...slip,
    due: dueDate(
      { kind: 'received', on: day('2025-12-22') },
      { kind: 'paused', from: day('2026-01-05'), to: day('2026-04-20'), why: 'otherAgency' },
      { kind: 'paused', from: day('2026-04-22'), to: day('2026-05-08'), why: 'coProducerOpinion' },
    ),
  },
  served: { ...S01, received: { by: '张㛃䶮', as: 'applicant', on: day('2026-10-14') } },
  longName: {
    ...R12,
    agency: { ...agency, name: '云溪县政务服务和公共资源交易监督管理办公室' },
    applicantName: '阿卜杜热依木·买买提吐尔逊·玉素甫江',
  },
  longReceipt: { ...F03, description: longReasons(1400), due: provisional, receivedOn: day('2026-12-14') },
} as const satisfies Record<string, LetterModel>
