import type { LetterModel } from '#shared/letters/letter-model'
import { agency, day, dueDate, longReasons, sampleLetters } from './sample-letters'

const { F03, R01, R02, R03, R09, R12, R13, S01, slip } = sampleLetters
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
  publishedOnce: {
    ...R02,
    published: R02.published.slice(1),
    addressedAs: '你们',
    applicantName: '张㛃䶮、李喆堃、王𬱖',
  },
  partialOnTheSpot: {
    ...{ ...R03, medium: 'inspection', attachments: [], withheld: R03.withheld.slice(0, 1) },
    inspection: { place: '云溪县档案馆二楼查阅室', time: '2026年10月20日上午9时至11时30分' },
  },
  longRefusalProof: { ...R09, purpose: 'proof', letterNo: null, reasons: longReasons(700) },
  searchedNotOurs: {
    ...R13,
    search: R12.search,
    agency: {
      ...agency,
      contactName: '局政务公开与政策法规科（行政复议应诉科）',
      contactPhone: '0571-88880000、0571-88880001',
    },
  },
} as const satisfies Record<string, LetterModel>
