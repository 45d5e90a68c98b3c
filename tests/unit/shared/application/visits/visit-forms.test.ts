import { describe, expect, test } from 'vitest'
import {
  certificateDraftName,
  checkAsk,
  checkDecision,
  decisionDraftName,
  emptyAsk,
  emptyDecision,
  isBlankAsk,
  isBlankDecision,
  readAskDraft,
  readDecisionDraft,
} from '#shared/application/visits/archives-form'
import { checkCertificate, countOf, emptyCertificate, readCertificateDraft } from '#shared/application/visits/certify'
import {
  checkVisit,
  emptyVisit,
  isBlankVisit,
  readVisitDraft,
  type VisitForm,
} from '#shared/application/visits/visit-form'
import {
  checkVisitCorrection,
  correctables,
  startOfCorrection,
  type CorrectionForm,
} from '#shared/application/visits/visit-correction'
import { malformation } from '#shared/contracts/facts'
import {
  answerTo,
  copied,
  given,
  identified,
  returned,
  today,
  unnamed,
  visitAfter,
} from '../../domain/visits/acts-of-a-visit'

const person = { name: ' 张㛃䶮 ', idNumber: '110101 19000101 0014', originalSeen: true } as const
const form = (part: Partial<VisitForm>): VisitForm => ({ ...emptyVisit, ...part })
const problemsOf = (part: Partial<VisitForm>) => {
  const { problems, fact } = checkVisit(form(part), today)
  expect(fact === null).toBe(Object.keys(problems).length > 0)
  return Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, problem?.kind]))
}

describe('signing in', () => {
  test('public documents: nothing at all need be said', () => {
    expect(checkVisit(emptyVisit, today).fact).toEqual({
      type: 'visit.signedIn@1',
      open: { aim: 'reading' },
      personal: { seeks: '' },
    })
  })

  test('a name alone is no identity; a document is, when it was looked at', () => {
    expect(checkVisit(form({ name: '张三' }), today).fact).toMatchObject({ personal: { visitor: { name: '张三' } } })
    expect(checkVisit(form({ name: '张三' }), today).fact?.open.originalSeen).toBeUndefined()
    expect(problemsOf({ ...person, originalSeen: false })).toEqual({ originalSeen: 'originalNotSeen' })
    const { fact } = checkVisit(form(person), today)
    expect(fact).toMatchObject({
      open: { originalSeen: true },
      personal: { visitor: { name: '张㛃䶮', document: { idNumber: '110101190001010014' } } },
    })
  })

  test('a document without a name, a telephone without one, and wrong ones', () => {
    expect(problemsOf({ ...person, name: '' })).toEqual({ name: 'empty' })
    expect(problemsOf({ phone: '13900000182' })).toEqual({ name: 'empty' })
    expect(problemsOf({ ...person, idNumber: '110101190001010015', phone: '12' })).toEqual({
      idNumber: 'checkDigit',
      phone: 'phoneNotRecognised',
    })
    expect(problemsOf({ ...person, idKind: 'foreignPassport', idNumber: 'AB1234567', country: '' })).toEqual({
      country: 'countryMissing',
    })
  })

  test('archives: name, document, original and purpose', () => {
    expect(problemsOf({ aim: 'archives' })).toEqual({
      name: 'empty',
      idNumber: 'length',
      originalSeen: 'originalNotSeen',
      seeks: 'empty',
    })
    const { fact } = checkVisit(form({ ...person, aim: 'archives', archivesKind: 'land', seeks: '确权' }), today)
    expect(fact?.open).toEqual({ aim: 'archives', archivesKind: 'land', originalSeen: true })
    expect(malformation(fact!)).toBeNull()
    expect(answerTo([], fact!)).toBe('allowed')
  })

  test('a draft is read as it was left, and what is odd in it falls back', () => {
    const kept = form({ ...person, aim: 'archives', topic: '05', seeks: '土地' })
    expect(readVisitDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
    expect(readVisitDraft({ ...kept, aim: 'other', topic: '99', name: 7 })).toEqual({
      ...kept,
      aim: 'reading',
      topic: '',
      name: '',
    })
    expect(readVisitDraft('no form')).toEqual(emptyVisit)
    expect([isBlankVisit(emptyVisit), isBlankVisit(form({ topic: '05' })), isBlankVisit(kept)]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('an application for archives', () => {
  const own = { ...emptyAsk, what: '1987年结婚登记', purpose: '办理不动产登记' }
  const around = { askNo: 1, ownName: '张㛃䶮' }

  test('one’s own: the name is that of the visitor, and no proof is asked', () => {
    expect(checkAsk({ ...own, about: '别人' }, around).fact).toMatchObject({
      open: { askNo: 1, relation: 'self', proofs: [] },
      personal: { about: '张㛃䶮' },
    })
  })

  test('another’s: name and proof; what was ticked in another capacity is not carried along', () => {
    const kin = { ...own, relation: 'kin', proofs: ['authorisation'] } as const
    expect(checkAsk(kin, around).problems).toMatchObject({
      about: { kind: 'empty' },
      proofs: { kind: 'proofMissing', proofs: ['kinship'] },
    })
    const { fact } = checkAsk({ ...kin, about: '李喆堃', proofs: ['authorisation', 'consent'] }, around)
    expect(fact?.open.proofs).toEqual(['consent'])
    expect(malformation(fact!)).toBeNull()
  })

  test('its draft survives, the rest falls back', () => {
    const kept = { ...own, relation: 'lawyer', proofs: ['lawyerLicence'] } as const
    expect(readAskDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
    expect(readAskDraft({ relation: 'friend', proofs: ['x', 'kinship'] })).toEqual({ ...emptyAsk, proofs: ['kinship'] })
    expect(isBlankAsk(readAskDraft(null))).toBe(true)
  })

  test('a decision names what is shown, piece by piece, and else its reason', () => {
    const { fact } = checkDecision({ decision: 'showPart', shown: ' 甲卷 \n\n乙卷', reason: '丙卷涉及他人' }, 2)
    expect(fact).toMatchObject({ open: { askNo: 2 }, personal: { shown: ['甲卷', '乙卷'], reason: '丙卷涉及他人' } })
    expect(malformation(fact!)).toBeNull()
    expect(checkDecision({ decision: 'show', shown: ' \n', reason: '' }, 1).problems).toEqual({
      shown: { kind: 'empty' },
    })
    expect(checkDecision({ decision: 'refuse', shown: '甲卷', reason: '' }, 1).problems).toEqual({
      reason: { kind: 'empty' },
    })
    expect(checkDecision({ decision: 'refuse', shown: '甲卷', reason: '不宜提供' }, 1).fact?.personal.shown).toEqual([])
    const many = Array.from({ length: 51 }, (_, n) => `第${n}卷`).join('\n')
    expect(checkDecision({ decision: 'show', shown: many, reason: '' }, 1).problems.shown?.kind).toBe('tooLong')
  })

  test('a certificate says code, content and use; pages are a count or none', () => {
    expect(Object.keys(checkCertificate(emptyCertificate).problems)).toEqual(['archivalCode', 'content', 'usedFor'])
    const whole = { archivalCode: 'J123-4', content: '1987年登记结婚。', usedFor: '过户', pages: '' }
    expect(checkCertificate(whole).checked).toMatchObject({ pages: 0 })
    expect(checkCertificate({ ...whole, pages: '两页' }).problems.pages?.kind).toBe('notACount')
    expect(readCertificateDraft({ ...whole, pages: 3 })).toEqual(whole)
    expect([countOf('１２'), countOf('0'), countOf('-1'), countOf('10000'), countOf(' 3 ')]).toEqual([
      12,
      null,
      null,
      null,
      3,
    ])
  })
})

describe('a correction', () => {
  const visit = visitAfter(unnamed, identified, given(1), returned(1), copied(1))
  const before = [unnamed, identified, given(1), returned(1), copied(1)]
  const start = (part: Partial<CorrectionForm>): CorrectionForm => ({
    ...startOfCorrection(visit, part.what ?? 'visitor'),
    reason: '登记有误',
    ...part,
  })
  const factOf = (part: Partial<CorrectionForm>) => checkVisitCorrection(start(part), visit, today).fact

  test('never opens with a name or a number in it', () => {
    expect(JSON.stringify(startOfCorrection(visit, 'visitor'))).not.toMatch(/张|1101/u)
    expect(correctables(visit)).toEqual(['visitor', 'matter', 'item', 'copies'])
    expect(correctables(visitAfter(unnamed))).toEqual(['visitor', 'matter'])
  })

  test('writes what differs, with the rest as it stands', () => {
    const visitor = { ...start({}).visitor, name: '张㛃' }
    expect(factOf({ visitor })?.personal.visitor).toMatchObject({
      name: '张㛃',
      document: { idNumber: '110101190001010014' },
      phone: '13800001234',
    })
    expect(factOf({ what: 'item', indexNo: '014225972/2019-00014' })?.open).toEqual({
      item: { itemNo: 1, indexNo: '014225972/2019-00014' },
    })
    expect(factOf({ what: 'copies', pages: '0' })?.open).toEqual({ copies: { copyNo: 1, pages: 0 } })
    expect(factOf({ what: 'matter', topic: '06', seeks: '林权' })).toMatchObject({
      open: { topic: '06' },
      personal: { seeks: '林权' },
    })
  })

  test('is none where nothing differs, or no reason is given', () => {
    for (const what of ['visitor', 'matter', 'item', 'copies'] as const)
      expect(checkVisitCorrection(start({ what }), visit, today)).toMatchObject({ fact: null, isChanged: false })
    expect(factOf({ what: 'copies', pages: '9', reason: ' ' })).toBeNull()
    expect(factOf({ what: 'copies', pages: 'x' })).toBeNull()
  })

  test('a new document was looked at', () => {
    const visitor = { ...start({}).visitor, idNumber: '110101190103070034' }
    expect(checkVisitCorrection(start({ visitor }), visit, today).problems).toEqual({
      originalSeen: { kind: 'originalNotSeen' },
    })
  })

  test('and what comes out of the form is what main takes', () => {
    const facts = [
      factOf({ visitor: { ...start({}).visitor, phone: '13900000182' } }),
      factOf({ what: 'item', isOut: true, itemTitle: '公报' }),
      factOf({ what: 'item', indexNo: '', isCancelled: true }),
      factOf({ what: 'copies', pages: '7' }),
    ]
    for (const fact of facts) {
      expect(malformation(fact!)).toBeNull()
      expect(answerTo(before, fact!)).toBe('allowed')
    }
  })
})

describe('drafts of an archives application', () => {
  const visitId = '3f2a91c4-0000-4000-8000-000000000000'

  test('a decision comes back as it was left; what cannot be read stays at its default', () => {
    const left = { decision: 'refuse', shown: 'J123', reason: '涉及他人隐私' }
    expect(readDecisionDraft(left)).toEqual(left)
    expect(readDecisionDraft({ decision: 'burn', shown: 1 })).toEqual(emptyDecision)
    expect(readDecisionDraft(null)).toEqual(emptyDecision)
    expect([isBlankDecision(emptyDecision), isBlankDecision({ ...emptyDecision, reason: '隐私' })]).toEqual([
      true,
      false,
    ])
  })

  test('each application has drafts of its own, with names that the vault takes', () => {
    const names = [1, 2].flatMap(askNo => [decisionDraftName(visitId, askNo), certificateDraftName(visitId, askNo)])
    expect(new Set(names).size).toBe(4)
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z0-9-]{1,40})?$/)
  })
})
