import { describe, expect, it } from 'vitest'
import { malformation } from '#shared/contracts/facts'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { DocumentId } from '#shared/domain/catalogue/document-facts'
import { foldEnquiry, type StoredEnquiryFact } from '#shared/domain/enquiries/enquiry'
import { type ActingOnEnquiry, mayDoToEnquiry, postsForEnquiry } from '#shared/domain/enquiries/enquiry-acts'
import type { EnquiryFact, EnquiryFactType } from '#shared/domain/enquiries/enquiry-facts'
import type { RecordedAct } from '#shared/domain/recorded-act'
import type { PersonId } from '#shared/domain/requests/request-facts'

const documentId = '00000000-0000-4000-8000-0000000000d1' as DocumentId
const clerk: ActingOnEnquiry = {
  ...{ actor: 'p-clerk' as PersonId, role: 'clerk', posts: ['clerk'] },
  isPublicDocument: id => id === documentId,
  today: '2026-11-03' as CivilDate,
}
const atKiosk = (words: string, on = '2026-11-03'): EnquiryFact => ({
  ...{ type: 'enquiry.unmet@1', open: { atKiosk: { on: on as CivilDate, times: 3 } }, personal: { words } },
})
const reviewer: ActingOnEnquiry = { ...clerk, role: 'reviewer', posts: ['reviewer'] }

const answered: EnquiryFact = {
  ...{ type: 'enquiry.answered@1', open: { documentIds: [documentId] }, personal: { words: '老旧小区' } },
}
const unmet: EnquiryFact = { type: 'enquiry.unmet@1', open: {}, personal: { words: '自来水价格' } }
const proposed: EnquiryFact = { type: 'enquiry.proposed@1', open: {}, personal: { reason: '本月三人查过' } }
const published: EnquiryFact = { type: 'enquiry.settled@1', open: { outcome: 'published', documentId } }

const actOf = (n: number, ...facts: StoredEnquiryFact[]): RecordedAct<StoredEnquiryFact> => ({
  ...{ seq: n, chain: 'c1', hlc: `${String(n).padStart(15, '0')}-0000`, at: n, actor: clerk.actor, role: 'clerk' },
  facts,
})
const after = (...facts: StoredEnquiryFact[]) => foldEnquiry(facts.map((fact, at) => actOf(at + 1, fact)))
const refusal = (before: StoredEnquiryFact[], fact: StoredEnquiryFact, by = clerk) => {
  const may = mayDoToEnquiry(after(...before), [fact], by)
  return may.ok ? null : may.problem.kind
}

describe('a question put to the catalogue', () => {
  it('answered: with which documents, and by what words', () => {
    expect(after(answered)).toMatchObject({
      kind: 'answered',
      words: '老旧小区',
      documentIds: [documentId],
      settled: null,
    })
  })

  it('unmet, put forward, settled; the order of arrival does not matter', () => {
    const acts = [unmet, proposed, published].map((fact, at) => actOf(at + 1, fact))
    const folded = foldEnquiry(acts)
    expect(folded).toMatchObject({
      kind: 'unmet',
      proposed: { reason: '本月三人查过', by: { seq: 2 } },
      settled: { outcome: 'published', documentId, by: { seq: 3 } },
    })
    expect(foldEnquiry([...acts].reverse())).toEqual(folded)
  })

  it('the first word counts where two machines said something', () => {
    const { settled } = after(unmet, published, { type: 'enquiry.settled@1', open: { outcome: 'notHeld' } }) ?? {}
    expect(settled?.outcome).toBe('published')
  })

  it('says how often visitors looked for it, and on which day', () => {
    expect(after(atKiosk('自来水价格'))).toMatchObject({
      ...{ kind: 'unmet', words: '自来水价格', atKiosk: { on: '2026-11-03', times: 3 } },
    })
    expect(malformation(atKiosk('自来水价格'))).toBeNull()
    expect(after(unmet)).not.toHaveProperty('atKiosk')
  })

  it('keeps no words after its key was destroyed, and keeps a fact of a newer version', () => {
    expect(after({ type: 'enquiry.unmet@1', open: {} })?.words).toBeUndefined()
    const newer = { type: 'enquiry.forwarded@1', open: {} } as unknown as StoredEnquiryFact // of a newer version
    expect(after(unmet, newer)?.notUnderstood).toEqual(['enquiry.forwarded@1'])
    expect(after(proposed)).toBeUndefined()
  })

  it.each<[string, StoredEnquiryFact[], StoredEnquiryFact, ActingOnEnquiry, string | null]>([
    ['answered by a clerk', [], answered, clerk, null],
    ['noted by a clerk', [], unmet, clerk, null],
    ['noted twice', [unmet], unmet, clerk, 'enquiryThere'],
    ['put forward by a clerk', [unmet], proposed, clerk, null],
    ['put forward before it was noted', [], proposed, clerk, 'enquiryNotThere'],
    ['put forward twice', [unmet, proposed], proposed, clerk, 'enquiryProposed'],
    ['put forward though answered', [answered], proposed, clerk, 'enquiryWasAnswered'],
    ['put forward after it was settled', [unmet, published], proposed, clerk, 'enquirySettled'],
    ['settled by a clerk', [unmet], published, clerk, 'postNeeded'],
    ['settled by a reviewer', [unmet], published, reviewer, null],
    ['settled twice', [unmet, published], published, reviewer, 'enquirySettled'],
    [
      'published without saying where',
      [unmet],
      { type: 'enquiry.settled@1', open: { outcome: 'published' } },
      reviewer,
      'publishedWithoutDocument',
    ],
    [
      'answered with what is not public',
      [],
      answered,
      { ...clerk, isPublicDocument: () => false },
      'documentNotPublic',
    ],
    [
      'settled with what is not public',
      [unmet],
      published,
      { ...reviewer, isPublicDocument: () => false },
      'documentNotPublic',
    ],
    ['counted at the kiosk', [], atKiosk('自来水价格'), clerk, null],
    ['counted on a later day', [], atKiosk('自来水价格', '2026-11-04'), clerk, 'wishOfLaterDay'],
    ['a telephone number at the kiosk', [], atKiosk('138 0000 0377'), clerk, 'wishMayNameSomebody'],
    ['not folded', [], atKiosk('ＰＭ２.５'), clerk, 'wishMayNameSomebody'],
    ['under a post that is not held', [], unmet, { ...clerk, role: 'head' }, 'postNotHeld'],
  ])('%s', (_what, before, fact, by, expected) => {
    expect(refusal(before, fact, by)).toBe(expected)
  })

  it('an act says something, and nothing that only a newer version understands', () => {
    expect(mayDoToEnquiry(undefined, [], clerk)).toMatchObject({ problem: { kind: 'actWithoutFacts' } })
    const newer = { type: 'enquiry.forwarded@1', open: {} } as unknown as StoredEnquiryFact // of a newer version
    expect(refusal([unmet], newer)).toBe('factNotUnderstood')
  })
})

describe('its shapes', () => {
  const samples: Readonly<Record<EnquiryFactType, EnquiryFact>> = {
    'enquiry.answered@1': answered,
    'enquiry.unmet@1': unmet,
    'enquiry.proposed@1': proposed,
    'enquiry.settled@1': published,
  }

  it('admit what the domain writes', () => {
    expect(Object.keys(samples)).toEqual(Object.keys(postsForEnquiry))
    for (const fact of Object.values(samples)) expect(malformation(fact), fact.type).toBeNull()
  })

  it('admit no words in clear', () => {
    expect(malformation({ ...unmet, open: { words: '自来水价格' } })).not.toBeNull()
    expect(malformation({ ...answered, open: { documentIds: [documentId], words: '老旧小区' } })).not.toBeNull()
    expect(malformation({ ...proposed, open: { reason: '本月三人查过' } })).not.toBeNull()
    expect(malformation({ ...answered, open: { documentIds: [] } })).not.toBeNull()
  })
})
