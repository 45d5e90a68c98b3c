import { describe, expect, test } from 'vitest'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { StoredVisitFact } from '#shared/domain/visits/visit-state'
import {
  answerTo,
  asked,
  certified,
  copied,
  corrected,
  decided,
  forArchives,
  given,
  helped,
  identified,
  returned,
  reviewer,
  signedOut,
  unnamed,
  visitor,
} from './acts-of-a-visit'

type Case = readonly [what: string, before: readonly StoredVisitFact[], fact: StoredVisitFact, answer: string]

const kin = { relation: 'kin', proofs: ['kinship'] } as const

const cases: readonly Case[] = [
  ['nothing before the sign-in', [], given(1), 'visitNotSignedIn'],
  ['one sign-in a visit', [unnamed], unnamed, 'visitAlreadySignedIn'],
  ['public documents are read unnamed', [], unnamed, 'allowed'],
  [
    'archives are not used unnamed',
    [],
    { ...forArchives, personal: { seeks: '查档' } } as StoredVisitFact,
    'visitorUnidentified',
  ],
  [
    'nor without the original',
    [],
    { type: 'visit.signedIn@1', open: { aim: 'archives', archivesKind: 'land' }, personal: { visitor, seeks: '查档' } },
    'visitorUnidentified',
  ],
  [
    'nor without a purpose',
    [],
    { ...forArchives, personal: { visitor, seeks: ' ' } } as StoredVisitFact,
    'archivesPurposeMissing',
  ],
  ['archives with all of it', [], forArchives, 'allowed'],
  [
    'a wrong identity number is refused',
    [unnamed],
    {
      ...identified,
      personal: { visitor: { ...visitor, document: { idNumber: '110101190001010015' } } },
    } as StoredVisitFact,
    'idNumberInvalid',
  ],
  ['items are counted from one', [unnamed], given(2), 'visitNumberDiffers'],
  ['and on', [unnamed, given(1)], given(2), 'allowed'],
  ['nobody leaves with an item', [unnamed, given(1)], signedOut(), 'visitItemsOut'],
  ['and leaves when all are back', [unnamed, given(1), returned(1)], signedOut(), 'allowed'],
  ['what is not out is not returned', [unnamed, given(1), returned(1)], returned(1), 'visitPartUnknown'],
  ['nothing is handed out after that', [unnamed, signedOut()], given(1), 'visitorHasLeft'],
  ['copies of public documents unnamed', [unnamed], copied(1), 'allowed'],
  ['copies on request not', [unnamed], copied(1, { of: 'onRequest' }), 'visitorUnidentified'],
  ['but once identified', [unnamed, identified], copied(1, { of: 'onRequest' }), 'allowed'],
  [
    'the kind of a named item is that of the item',
    [unnamed, given(1, 'onRequest')],
    copied(1, { itemNo: 1 }),
    'visitPartUnknown',
  ],
  ['help', [unnamed], helped, 'allowed'],
  ['archives are asked for by somebody known', [unnamed], asked(1), 'visitorUnidentified'],
  ['also by a reader who has shown a document', [unnamed, identified], asked(1), 'allowed'],
  ['a relative proves it', [forArchives], asked(1, { relation: 'kin' }), 'archivesProofMissing'],
  ['by one paper of two', [forArchives], asked(1, { relation: 'kin', proofs: ['consent'] }), 'allowed'],
  [
    'an agent by both',
    [forArchives],
    asked(1, { relation: 'agent', proofs: ['authorisation'] }),
    'archivesProofMissing',
  ],
  [
    'open archives need none (档案法 28(2))',
    [forArchives],
    asked(1, { relation: 'kin', isOpenToPublic: true }),
    'allowed',
  ],
  ['own record: the clerk decides', [forArchives, asked(1)], decided(1), 'allowed'],
  ['decided once', [forArchives, asked(1), decided(1)], decided(1), 'archivesAlreadyDecided'],
  ['a refusal says why', [forArchives, asked(1)], decided(1, 'refuse'), 'archivesReasonMissing'],
  ['with its reason', [forArchives, asked(1)], decided(1, 'refuse', '档案尚在整理'), 'allowed'],
  ['another’s closed record is not the clerk’s to show', [forArchives, asked(1, kin)], decided(1), 'postNeeded'],
  ['nor to refuse', [forArchives, asked(1, kin)], decided(1, 'refuse', '不宜提供'), 'postNeeded'],
  [
    'that it is not held, the clerk may say',
    [forArchives, asked(1, kin)],
    decided(1, 'notHeld', '查无此档'),
    'allowed',
  ],
  ['an open one of another is', [forArchives, asked(1, { ...kin, isOpenToPublic: true })], decided(1), 'allowed'],
  ['no archive leaves the shelf undecided', [forArchives, asked(1)], given(1, 'archives'), 'archivesNotShown'],
  ['nor is copied', [forArchives], copied(1, { of: 'archives' }), 'archivesNotShown'],
  ['once decided it does', [forArchives, asked(1), decided(1)], given(1, 'archives'), 'allowed'],
  [
    'nothing is certified that was not shown',
    [forArchives, asked(1), decided(1, 'notHeld', '查无此档')],
    certified(),
    'archivesNotShown',
  ],
  ['what was shown is', [forArchives, asked(1), decided(1)], certified(), 'allowed'],
  [
    'also after the visitor has left',
    [forArchives, asked(1), decided(1), signedOut({ result: 'waiting' })],
    certified(),
    'allowed',
  ],
  [
    'under the code of its agency',
    [forArchives, asked(1), decided(1)],
    certified({ certificateNo: '云农档〔2026〕1号' }),
    'certificateNoInvalid',
  ],
  [
    'of this year',
    [forArchives, asked(1), decided(1)],
    certified({ certificateNo: '云公开档〔2025〕1号' }),
    'certificateNoInvalid',
  ],
  [
    'never dated back',
    [forArchives, asked(1), decided(1)],
    certified({ certifiedOn: '2026-09-07' as CivilDate }),
    'certificateNoInvalid',
  ],
  ['a correction corrects something', [unnamed], corrected({}), 'visitCorrectionEmpty'],
  ['of this visit', [unnamed], corrected({ item: { itemNo: 4, isCancelled: true } }), 'visitPartUnknown'],
  ['who is in the room is not put back', [unnamed], corrected({ stillHere: true }), 'visitorStillHere'],
  [
    'an item is out only with its visitor in',
    [unnamed, given(1), returned(1), signedOut()],
    corrected({ item: { itemNo: 1, isOut: true } }),
    'visitorHasLeft',
  ],
  [
    'a document is not corrected away',
    [unnamed, identified],
    corrected({}, { visitor: { name: '张三' } }),
    'visitorUnidentified',
  ],
  [
    'nothing becomes an archive by correction',
    [unnamed, given(1)],
    corrected({ item: { itemNo: 1, kind: 'archives' } }),
    'visitorUnidentified',
  ],
]

test.each(cases)('%s', (_what, before, fact, answer) => {
  expect(answerTo(before, fact)).toBe(answer)
})

describe('four eyes over closed archives of another (实施条例 art. 34)', () => {
  const before = [forArchives, asked(1, kin)]
  const second = { actor: reviewer, role: 'reviewer', posts: ['reviewer'] } as const

  test('a second person shows or refuses', () => {
    expect(answerTo(before, decided(1), second)).toBe('allowed')
    expect(answerTo(before, decided(1, 'refuse', '当事人不同意'), second)).toBe('allowed')
  })

  test('who entered the application is no second person, whatever posts they hold', () => {
    const both = { role: 'reviewer', posts: ['clerk', 'reviewer'] } as const
    expect(answerTo(before, decided(1), both)).toBe('archivesSecondPerson')
  })
})

describe('posts', () => {
  test('a post that is not held, and the administrator alone', () => {
    expect(answerTo([], unnamed, { posts: [] })).toBe('postNotHeld')
    expect(answerTo([], unnamed, { role: 'administrator', posts: ['administrator'] })).toBe('postNeeded')
    expect(answerTo([], unnamed, { role: 'head', posts: ['head'] })).toBe('allowed')
  })

  test('a certificate is of an agency of this office', () => {
    const before = [forArchives, asked(1), decided(1)]
    expect(answerTo(before, certified(), { codeOf: () => undefined })).toBe('agencyUnknown')
  })
})

describe('signed out on a later day', () => {
  const tomorrow = { today: '2026-09-09' as CivilDate }

  test('says how it is known, and a day that can be', () => {
    expect(answerTo([unnamed], signedOut(), tomorrow)).toBe('visitNoteMissing')
    expect(answerTo([unnamed], signedOut({ leftOn: '2026-09-08' as CivilDate }, '值班人员看到离开'), tomorrow)).toBe(
      'allowed',
    )
    expect(answerTo([unnamed], signedOut({ leftOn: '2026-09-10' as CivilDate }, '值班人员看到离开'), tomorrow)).toBe(
      'visitLeftOutside',
    )
    expect(answerTo([unnamed], signedOut({ leftOn: '2026-09-07' as CivilDate }, '值班人员看到离开'), tomorrow)).toBe(
      'visitLeftOutside',
    )
  })
})
