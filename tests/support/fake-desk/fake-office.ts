import type { SignedIn } from '#shared/application/desk'
import type { Agency } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { PersonId, RequestId } from '#shared/domain/requests/request-facts'
import type { StoredRequestFact } from '#shared/domain/requests/request-state'

export const zhouMin: SignedIn = { personId: 'p-zhou' as PersonId, name: '周敏', posts: ['clerk'] }
export const luoXiaoyan: SignedIn = { personId: 'p-luo' as PersonId, name: '罗小燕', posts: ['clerk'] }
export const fangJing: SignedIn = { personId: 'p-fang' as PersonId, name: '方静', posts: ['reviewer', 'head'] }

export const countyGovernment: Agency = {
  agencyId: '0b7c2c1e-3d1c-4c53-9a4e-6f1f2f7c9a01' as Agency['agencyId'],
  name: '云溪县自然资源局',
  code: '云自然公开',
  address: '云溪县城关镇人民路 12 号',
  contactName: '政府信息公开办公室',
  contactPhone: '0719-6620012',
  reconsiderationBody: { name: '云溪县人民政府', address: '云溪县城关镇人民路 1 号' },
  court: { name: '云溪县人民法院', address: '云溪县城关镇法院路 3 号' },
}

export const requestId = (serial: number): RequestId =>
  `00000000-0000-4000-9000-${String(serial).padStart(12, '0')}` as RequestId

export interface Received {
  readonly serial: number
  readonly receivedOn: string
  readonly name: string
  readonly description: string
}

/** A registration as the counter writes it; the identity number is synthetic. */
export const received = ({ serial, receivedOn, name, description }: Received): StoredRequestFact => ({
  type: 'request.registered@1',
  open: {
    requestNo: `YX-A-${receivedOn.slice(0, 4)}-${String(serial).padStart(4, '0')}`,
    agencyId: countyGovernment.agencyId,
    channel: 'inPerson',
    receivedOn: receivedOn as CivilDate,
    applicantType: 'naturalPerson',
    medium: 'paper',
    route: 'collect',
    originalSeen: true,
  },
  personal: {
    applicant: { name, idNumber: '110101190001010014', phone: '13900000182' },
    description,
    queryCode: '2222-2222-2222',
  },
})

export const examined: StoredRequestFact = {
  type: 'request.examined@1',
  open: { elementsComplete: true, withinRemit: true },
}
export const searched = (found: number, on: string): StoredRequestFact => ({
  type: 'search.recorded@1',
  open: { searchedOn: on as CivilDate, found },
  personal: { places: ['档案室'], unitsAsked: ['办公室'], words: ['批复'], result: '见检索记录' },
})
export const submitted = (draftNo: number): StoredRequestFact => ({
  type: 'reply.submitted@1',
  open: { draftNo, decision: 'GRANT_PROVIDE' },
  personal: { reasons: '可以公开', attachments: [{ title: '批复', pages: 3 }] },
})
export const returned = (draftNo: number): StoredRequestFact => ({
  type: 'reply.returned@1',
  open: { draftNo },
  personal: { remarks: '请写明理由' },
})
export const issued = (draftNo: number, letterNo: string, issuedOn: string): StoredRequestFact => ({
  type: 'reply.issued@1',
  open: { draftNo, letterNo, issuedOn: issuedOn as CivilDate },
})
export const servedOn = (on: string): StoredRequestFact => ({
  type: 'reply.served@1',
  open: { servedOn: on as CivilDate, way: 'inPerson', receivedAs: 'applicant' },
  personal: { place: '查阅大厅', receivedBy: '本人' },
})
