import type { ActBody, PlainAct, PlainFact } from '#shared/ledger/act'
import { subjectOf } from '#shared/ledger/subject'
import { officeAuthority } from '../../../electron/main/authority/office-authority'
import {
  agency,
  closedDocument,
  forArchives,
  ids,
  indexNo,
  lettered,
  otherAgency,
  posted,
  sampleFacts,
  staff,
  today,
  type FactType,
} from './sample-facts'
import { sendingSamples } from './sending-samples'

type Member = keyof typeof staff

/** Who did it, under which post, and what. */
type Step = readonly [by: Member, role: string, ...facts: readonly PlainFact[]]

const one = (type: FactType, state = ''): PlainFact => sampleFacts[type]({ state })
const clerk = (...types: readonly FactType[]): Step => ['drafter', 'clerk', ...types.map(type => one(type))]
const reviewer = (...types: readonly FactType[]): Step => ['reviewer', 'reviewer', ...types.map(type => one(type))]

const registered = clerk('request.registered@1')
const examined = [registered, clerk('request.examined@1', 'search.recorded@1', 'scan.added@1')]
const submitted = [...examined, clerk('reply.submitted@1')]
const issued = [...submitted, reviewer('reply.issued@1')]
const asksForArchives: Step = ['drafter', 'clerk', forArchives, one('visit.archivesAsked@1')]

/** A subject in each of its states, as the acts that brought it there. */
export const states = {
  request: {
    none: [],
    unconfirmed: [['drafter', 'clerk', lettered]],
    registered: [registered],
    examined,
    submitted,
    returned: [...submitted, reviewer('reply.returned@1')],
    issued,
    served: [...issued, ['drafter', 'clerk', posted]],
    closed: [...examined, clerk('request.withdrawn@1')],
  },
  visit: {
    none: [],
    present: [clerk('visit.signedIn@1')],
    itemOut: [clerk('visit.signedIn@1', 'visit.itemGiven@1')],
    asked: [asksForArchives],
    shown: [asksForArchives, reviewer('visit.archivesDecided@1')],
    left: [clerk('visit.signedIn@1', 'visit.signedOut@1')],
  },
  enquiry: {
    none: [],
    answered: [clerk('enquiry.answered@1')],
    unmet: [clerk('enquiry.unmet@1')],
    proposed: [clerk('enquiry.unmet@1', 'enquiry.proposed@1')],
    settled: [clerk('enquiry.unmet@1'), reviewer('enquiry.settled@1')],
  },
  document: {
    none: [],
    closed: [['clerk', 'clerk', closedDocument]],
    public: [reviewer('document.catalogued@1')],
    related: [reviewer('document.catalogued@1', 'document.related@1'), reviewer('document.attached@1')],
    withdrawn: [reviewer('document.catalogued@1', 'document.withdrawn@1')],
  },
  standardList: {
    none: [],
    saved: [clerk('standardList.saved@1')],
    removed: [clerk('standardList.saved@1', 'standardList.removed@1')],
    /** Another list is for the same kind of body. */
    kindTaken: [],
  },
  person: {
    /** Nobody is known yet: the office is being founded. */
    first: [],
    none: [],
    there: [['administrator', 'administrator', one('person.added@1')]],
    left: [
      ['administrator', 'administrator', one('person.added@1'), { type: 'person.postsChanged@1', open: { posts: [] } }],
    ],
    /** Whoever acts is the person that the act is about. */
    self: [],
  },
  office: {
    first: [],
    founded: [],
    /** Everything that is said once has been said. */
    busy: [
      ['administrator', 'administrator', one('chain.admitted@1'), one('chain.retired@1'), one('chain.revoked@1')],
      [
        'administrator',
        'administrator',
        one('workstation.enrolled@1'),
        one('agency.added@1'),
        one('agency.changed@1', 'busy'),
      ],
      ['head', 'head', one('register.imported@1'), one('register.carriedOver@1'), one('wording.changed@1')],
      ['head', 'head', one('number.voided@1'), one('media.unmaskedApproved@1'), one('media.exported@1')],
      ['head', 'head', one('documents.imported@1'), one('kiosk.answered@1'), one('series.started@1')],
      ['head', 'head', sendingSamples['documents.sent@1'](), sendingSamples['notice.sent@1']()],
    ],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly Step[]>>>>

export type SubjectKind = keyof typeof states

const founding: readonly Step[] = [
  [
    ...(['administrator', 'administrator', one('office.established@1')] as const),
    ...[{ type: 'workstation.enrolled@1', open: { code: 'A', windowName: '甲号窗口' } }],
    ...[agency, otherAgency].map(open => ({ type: 'agency.added@1', open }) as unknown as PlainFact), // of its exact shape
  ],
]

const posts: Readonly<Record<Member, readonly string[]>> = {
  ...{ clerk: ['clerk'], reviewer: ['reviewer'], head: ['head'], administrator: ['administrator'] },
  ...{ drafter: ['clerk', 'reviewer'], left: [] },
}

/** Who asks, and under which post. */
export const askers = {
  C: ['clerk', 'clerk'],
  R: ['reviewer', 'reviewer'],
  H: ['head', 'head'],
  A: ['administrator', 'administrator'],
  /** Wrote what is judged, and is reviewer as well. */
  D: ['drafter', 'reviewer'],
} as const satisfies Readonly<Record<string, readonly [Member, string]>>

/** The real authority over a journal in memory in which this subject stands in this state. */
export function authorityIn(kind: SubjectKind, state: string) {
  const acts: PlainAct[] = []
  const authority = officeAuthority(() => today)
  const note = (subject: string, [by, role, ...facts]: Step) => {
    const seq = acts.length + 1
    const hash = seq.toString(16).padStart(64, '0')
    const hlc = `${String(Date.parse(`${today}T00:00:00Z`) + seq).padStart(15, '0')}-0000`
    const act = {
      v: 1,
      office: 'o',
      chain: 'c1',
      seq,
      prev: hash,
      hash,
      hlc,
      actor: staff[by],
      role,
      subject,
      facts,
    } as const
    acts.push(act)
    authority.observe(act as unknown as ActBody) // it reads open parts only
  }
  if (state !== 'first') {
    for (const step of founding) note('office', step)
    for (const [member, held] of Object.entries(posts))
      note(`person:${staff[member as Member]}`, [
        'administrator',
        'administrator',
        { type: 'person.added@1', open: { posts: [...held] } },
      ])
    note(subjectOf('document', ids.otherDocument), ['reviewer', 'reviewer', otherDocument])
    if (kind === 'request') note('office', ['head', 'head', one('register.imported@1')])
    if (state === 'kindTaken') note(subjectOf('standardList', ids.otherList), clerk('standardList.saved@1'))
  }
  const steps = (states[kind] as Readonly<Record<string, readonly Step[]>>)[state]!
  for (const step of steps) note(subjectFor(kind), step)
  const journal = { of: (about: string) => acts.filter(({ subject }) => subject === about) }
  return {
    /** Null where the act is written; else why not. */
    judge: (by: string, role: string, fact: PlainFact) => {
      const isSelf = state === 'self' || state === 'first'
      const subject = kind === 'person' && isSelf ? `person:${by}` : subjectFor(kind)
      return authority.judge([{ actor: by, role, subject, facts: [fact] }], journal)
    },
  }
}

const subjectFor = (kind: SubjectKind): string => (kind === 'office' ? 'office' : subjectOf(kind, ids[kind]))

const otherDocument = ((): PlainFact => {
  const fact = one('document.catalogued@1')
  return { ...fact, open: { ...(fact.open as object), indexNo: indexNo.replace('00001', '00009') } }
})()
