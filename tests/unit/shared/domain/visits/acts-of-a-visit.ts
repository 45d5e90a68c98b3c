import type { AgencyId } from '#shared/domain/agencies/office-facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { Post } from '#shared/domain/people/person-facts'
import type { RecordedAct } from '#shared/domain/recorded-act'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { foldVisit } from '#shared/domain/visits/visit'
import { mayDoToVisit, type ActingOnVisit } from '#shared/domain/visits/visit-acts'
import type { VisitFact } from '#shared/domain/visits/visit-facts'
import type { StoredVisitFact, VisitFactOf } from '#shared/domain/visits/visit-state'

export const today = '2026-09-08' as CivilDate
export const clerk = 'person-clerk' as PersonId
export const reviewer = 'person-reviewer' as PersonId
export const agencyId = '00000000-0000-4000-8000-00000000000a' as AgencyId

/** Born in 1900: a living person is not meant. */
export const visitor = { name: '张㛃䶮', document: { idNumber: '110101190001010014' }, phone: '13800001234' }

export const unnamed: VisitFact = {
  type: 'visit.signedIn@1',
  open: { aim: 'reading', topic: '05' },
  personal: { seeks: '白鹭村征地补偿安置方案' },
}
export const forArchives: VisitFact = {
  type: 'visit.signedIn@1',
  open: { aim: 'archives', archivesKind: 'marriage', originalSeen: true },
  personal: { visitor, seeks: '办理不动产转移登记' },
}
export const identified: VisitFact = {
  type: 'visit.identified@1',
  open: { originalSeen: true },
  personal: { visitor },
}
export const given = (
  itemNo: number,
  kind: VisitFactOf<'visit.itemGiven@1'>['open']['kind'] = 'public',
): VisitFact => ({
  type: 'visit.itemGiven@1',
  open: { itemNo, kind },
  personal: { title: `云溪县人民政府公报2019年第${itemNo}期` },
})
export const returned = (itemNo: number): VisitFact => ({
  type: 'visit.itemReturned@1',
  open: { itemNo, state: 'whole' },
})
export const copied = (copyNo: number, open: Partial<VisitFactOf<'visit.copiesMade@1'>['open']> = {}): VisitFact => ({
  type: 'visit.copiesMade@1',
  open: { copyNo, way: 'copied', of: 'public', pages: 3, ...open },
})
export const helped: VisitFact = { type: 'visit.helpGiven@1', open: { helps: ['readAloud', 'largePrint'] } }
export const signedOut = (open: Partial<VisitFactOf<'visit.signedOut@1'>['open']> = {}, note?: string): VisitFact => ({
  type: 'visit.signedOut@1',
  open: { result: 'found', ...open },
  ...(note ? { personal: { note } } : {}),
})
export const asked = (askNo: number, open: Partial<VisitFactOf<'visit.archivesAsked@1'>['open']> = {}): VisitFact => ({
  type: 'visit.archivesAsked@1',
  open: { askNo, kind: 'marriage', relation: 'self', isOpenToPublic: false, proofs: [], ...open },
  personal: { about: '张㛃䶮', what: '1987年结婚登记', purpose: '办理不动产转移登记', proofWords: '' },
})
export const decided = (
  askNo: number,
  decision: VisitFactOf<'visit.archivesDecided@1'>['open']['decision'] = 'show',
  reason = '',
): VisitFact => ({
  type: 'visit.archivesDecided@1',
  open: { askNo, decision },
  personal: { shown: decision.startsWith('show') ? ['J123-1987-004-0216 结婚登记申请书'] : [], reason },
})
export const certified = (open: Partial<VisitFactOf<'visit.certified@1'>['open']> = {}): VisitFact => ({
  type: 'visit.certified@1',
  open: { askNo: 1, certificateNo: '云公开档〔2026〕1号', agencyId, certifiedOn: today, pages: 2, ...open },
  personal: { archivalCode: 'J123-1987-004-0216', content: '1987年10月1日登记结婚。', usedFor: '办理不动产登记' },
})
export const corrected = (
  open: VisitFactOf<'visit.corrected@1'>['open'],
  personal: Partial<NonNullable<VisitFactOf<'visit.corrected@1'>['personal']>> = {},
): VisitFact => ({ type: 'visit.corrected@1', open, personal: { reason: '登记有误', ...personal } })

interface By {
  readonly actor?: PersonId
  readonly role?: Post
  readonly at?: number
}

/** One act a fact, five minutes apart from nine on. */
export const acts = (facts: readonly StoredVisitFact[], by: By = {}): RecordedAct<StoredVisitFact>[] =>
  facts.map((fact, at) => act(at + 1, [fact], by))

export const act = (seq: number, facts: readonly StoredVisitFact[], by: By = {}): RecordedAct<StoredVisitFact> => ({
  seq,
  chain: 'chain-a',
  hlc: String(seq).padStart(6, '0'),
  at: by.at ?? Date.parse(`${today}T01:00:00Z`) + seq * 300_000,
  actor: by.actor ?? clerk,
  role: by.role ?? 'clerk',
  facts,
})

export const visitAfter = (...facts: readonly StoredVisitFact[]) => foldVisit(acts(facts))!

/** What the authority answers to one more fact: the kind of its problem, or `allowed`. */
export function answerTo(
  before: readonly StoredVisitFact[],
  fact: StoredVisitFact,
  by: Partial<ActingOnVisit> = {},
): string {
  const around = { actor: clerk, role: 'clerk', posts: ['clerk'], today, codeOf: () => '云公开', ...by } as const
  const may = mayDoToVisit(foldVisit(acts(before)), [fact], around)
  return may.ok ? 'allowed' : may.problem.kind
}
