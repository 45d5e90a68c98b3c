import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { queryCodeFrom } from '#shared/domain/requests/query-code'
import type { PlainFact } from '#shared/ledger/act'
import { subjectOf } from '#shared/ledger/subject'
import { publicFaces } from '../../../electron/main/authority/public-face'
import { editionFolder } from '../../../electron/main/kiosk/edition-folder'
import { publisher } from '../../../electron/main/kiosk/publisher'
import type { Workstation } from '../../../electron/main/workstation/workstation'
import { valueOf } from '../workstation/test-workstation'

/** What anybody may read; the first letters of the first are ...dbbz... */
export const publicTitles = [
  '云溪县2026年低保标准调整的通知',
  '云溪县征地补偿安置办法',
  '关于做好老旧小区改造工作的实施意见',
  '云溪县义务教育学区划分方案',
  '城乡居民医保报销须知',
  '政府信息公开指南',
  '云溪县污水处理费征收标准',
] as const

/** Of a document that is given on request only, and of one that was taken back. */
export const closedTitles = ['云溪县储备粮轮换内部方案', '已撤回的白鹭村规划草案'] as const

export const applicant = {
  name: '张㛃䶮',
  idNumber: '110101190001010014',
  phone: '13900000182',
  description: '青石镇白鹭村2019-G-014号宗地批准文件',
}
export const queryCode = queryCodeFrom(new Uint8Array(16).fill(7))
/** Right in itself, and of no request. */
export const otherCode = queryCodeFrom(new Uint8Array(16).fill(8))

const textOf = (title: string): string =>
  [
    `为落实《${title}》，经县人民政府同意，现将有关事项通知如下。`,
    ...Array.from(
      { length: 6 },
      (_, at) => `第${at + 1}条　本文件适用于云溪县行政区域内的有关工作，各有关单位应当按照职责分工组织实施。`,
    ),
  ].join('\n')

/** A request, for an office in which somebody is signed in as clerk. */
export function registerTheirRequest(workstation: Workstation): { requestNo: string } {
  const today = workstation.options.clock.today()
  const agencyId = agencyOf(workstation)
  const requestNo = `YX-A-${today.slice(0, 4)}-0001`
  const registered: PlainFact = {
    type: 'request.registered@1',
    open: {
      ...{ requestNo, agencyId, channel: 'inPerson', receivedOn: today, applicantType: 'naturalPerson' },
      ...{ medium: 'paper', route: 'collect', originalSeen: true },
    },
    personal: {
      applicant: { name: applicant.name, idNumber: applicant.idNumber, phone: applicant.phone },
      ...{ description: applicant.description, queryCode },
    },
  }
  const subject = subjectOf('request', randomUUID())
  valueOf(workstation.append({ subject, role: 'clerk', facts: [registered] }))
  return { requestNo }
}

function agencyOf(workstation: Workstation): string {
  const founding = workstation.ledger!.actsOf('office').flatMap(({ facts }) => facts)
  return (founding.find(({ type }) => type === 'agency.added@1')!.open as { agencyId: string }).agencyId
}

/** A catalogue, for an office in which somebody is signed in who may publish. */
export function fillShelves(workstation: Workstation): void {
  const agencyId = agencyOf(workstation)
  const write = (subject: string, ...facts: PlainFact[]) =>
    void valueOf(workstation.append({ subject, role: 'reviewer', facts }))
  const fields = (at: number) => ({
    ...{ indexNo: `YX-2026-${String(at + 1).padStart(5, '0')}`, agencyId, topicClass: at % 2 === 0 ? '12' : '05' },
    ...{ documentDate: '2026-03-0' + String(at + 1), validity: 'VALID' },
  })
  publicTitles.forEach((title, at) =>
    write(subjectOf('document', randomUUID()), {
      type: 'document.catalogued@1',
      open: {
        ...{ ...fields(at), attribute: 'PROACTIVE', publishedOn: '2026-03-10' },
        words: { title, docNo: `云政发〔2026〕${at + 1}号`, text: textOf(title) },
      },
    }),
  )
  write(subjectOf('document', randomUUID()), {
    type: 'document.catalogued@1',
    open: { ...fields(7), attribute: 'ON_REQUEST' },
    personal: { words: { title: closedTitles[0], closedBecause: '涉及储备安排', text: textOf(closedTitles[0]) } },
  })
  const withdrawn = subjectOf('document', randomUUID())
  write(withdrawn, {
    type: 'document.catalogued@1',
    open: {
      ...{ ...fields(8), attribute: 'PROACTIVE', publishedOn: '2026-03-10' },
      words: { title: closedTitles[1], text: textOf(closedTitles[1]) },
    },
  })
  write(withdrawn, { type: 'document.withdrawn@1', open: { reason: '误登' } })
}

/** Leaves in `userData` the edition that the desk would publish. */
export async function publishFor(workstation: Workstation, userData: string): Promise<void> {
  const { vault, clock } = workstation.options
  await publisher({
    ledger: () => workstation.ledger,
    edition: editionFolder(path.join(userData, 'kiosk', 'edition'), () => vault.publicKey),
    faces: publicFaces,
    sign: bytes => workstation.sign(bytes),
    officeName: () => vault.status().officeName,
    now: () => clock.now(),
    breathe: () => new Promise(resolve => setImmediate(resolve)),
    onPublished: () => undefined,
  }).follow()
}
