import { describe, expect, test } from 'vitest'
import { foldVisit } from '#shared/domain/visits/visit'
import {
  isIdentified,
  itemsOut,
  leftFromEarlierDays,
  pagesCopied,
  type StoredVisitFact,
} from '#shared/domain/visits/visit-state'
import {
  act,
  acts,
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
  signedOut,
  today,
  unnamed,
  visitAfter,
  visitor,
} from './acts-of-a-visit'

describe('a visit', () => {
  test('is nothing before somebody signs in', () => {
    expect(foldVisit(acts([given(1), signedOut()]))).toBeUndefined()
  })

  test('keeps what was given, copied and helped with, and who did it when', () => {
    const visit = visitAfter(unnamed, given(1), given(2), returned(1), copied(1, { itemNo: 2 }), helped)
    expect(visit).toMatchObject({ aim: 'reading', topic: '05', cameOn: today, visitor: undefined })
    expect(itemsOut(visit).map(({ itemNo }) => itemNo)).toEqual([2])
    expect(visit.items[0]?.returned).toMatchObject({ state: 'whole', by: { actor: 'person-clerk' } })
    expect(pagesCopied(visit)).toBe(3)
    expect(visit.helps[0]?.helps).toEqual(['readAloud', 'largePrint'])
    expect(visit.timeline).toHaveLength(6)
    expect(visit.conflicts).toEqual([])
  })

  test('is the same in every order in which its acts arrive, and an act that came twice counts once', () => {
    const list = acts([
      unnamed,
      given(1),
      identified,
      given(2),
      returned(2),
      copied(1),
      corrected({ topic: '06' }),
      returned(1),
      signedOut(),
    ])
    const straight = foldVisit(list)
    for (let turn = 1; turn < list.length; turn++) {
      const turned = [...list.slice(turn), ...list.slice(0, turn), list[0]!]
      expect(foldVisit(turned)).toEqual(straight)
      expect(foldVisit(turned.toReversed())).toEqual(straight)
    }
    expect(straight).toMatchObject({ topic: '06', signedOut: { result: 'found', leftOn: today }, conflicts: [] })
  })

  test('two windows that gave one number: the second is kept as a conflict and shown, not lost', () => {
    const visit = foldVisit([...acts([unnamed, given(1)]), act(9, [given(1)])])!
    expect(visit.items).toHaveLength(1)
    expect(visit.conflicts).toMatchObject([{ why: { kind: 'visitNumberDiffers', given: 1, expected: 2 } }])
  })

  test('a fact of a newer version is named and changes nothing', () => {
    const newer = { type: 'visit.somethingNew@1', open: {} } as unknown as StoredVisitFact // as a later version would write it
    expect(foldVisit([...acts([unnamed]), act(5, [newer])])).toMatchObject({
      notUnderstood: ['visit.somethingNew@1'],
      items: [],
    })
  })

  test('after its key is destroyed the counts stay and the words are gone', () => {
    const strip = (fact: StoredVisitFact): StoredVisitFact => {
      const { personal: _gone, ...open } = fact as StoredVisitFact & { personal?: unknown }
      return open as StoredVisitFact
    }
    const erased = foldVisit(
      acts(
        [forArchives, asked(1), decided(1), certified(), given(1, 'archives'), copied(1, { of: 'archives' })].map(
          strip,
        ),
      ),
    )!
    expect(erased).toMatchObject({ isErased: true, visitor: undefined, seeks: undefined, conflicts: [] })
    expect(erased.items).toMatchObject([{ itemNo: 1, title: undefined }])
    expect(pagesCopied(erased)).toBe(3)
    expect(JSON.stringify(erased)).not.toContain('张')
  })
})

describe('corrections', () => {
  test('replace what they name, and nothing else', () => {
    const visit = visitAfter(
      unnamed,
      given(1),
      given(2),
      copied(1),
      corrected({ item: { itemNo: 2, indexNo: '014225972/2019-00014' } }, { itemTitle: '公报第2期' }),
    )
    expect(visit.items[1]).toMatchObject({ title: '公报第2期', indexNo: '014225972/2019-00014' })
    expect(visit.items[0]?.title).toContain('第1期')
    expect(visit.corrections).toMatchObject([{ what: ['item'], reason: '登记有误' }])
    const fewer = visitAfter(unnamed, copied(1), copied(2), corrected({ copies: { copyNo: 2, pages: 1 } }))
    expect(pagesCopied(fewer)).toBe(4)
  })

  test('an item that was never handed out keeps its number and bars nobody from leaving', () => {
    const visit = visitAfter(
      unnamed,
      given(1),
      corrected({ item: { itemNo: 1, isCancelled: true } }),
      given(2),
      returned(2),
      signedOut(),
    )
    expect(visit.items.map(({ itemNo, isCancelled }) => [itemNo, isCancelled])).toEqual([
      [1, true],
      [2, undefined],
    ])
    expect(visit.signedOut?.result).toBe('found')
    expect(visit.conflicts).toEqual([])
  })

  test('an item that was not returned after all is out again', () => {
    const visit = visitAfter(unnamed, given(1), returned(1), corrected({ item: { itemNo: 1, isOut: true } }))
    expect(itemsOut(visit)).toHaveLength(1)
  })

  test('a sign-out by mistake is taken back, and the visitor leaves later', () => {
    const back = visitAfter(unnamed, signedOut(), corrected({ stillHere: true }))
    expect(back.signedOut).toBeUndefined()
    expect(
      visitAfter(
        unnamed,
        signedOut(),
        corrected({ stillHere: true }),
        given(1),
        returned(1),
        signedOut({ result: 'partly' }),
      ).signedOut?.result,
    ).toBe('partly')
  })

  test('a wrong name is mended without the document being lost', () => {
    const visit = visitAfter(unnamed, identified, corrected({}, { visitor: { ...visitor, name: '张㛃' } }))
    expect(visit.visitor?.name).toBe('张㛃')
    expect(isIdentified(visit)).toBe(true)
  })
})

test('who is still signed in from an earlier day is found', () => {
  const early = foldVisit([act(1, [unnamed], { at: Date.parse('2026-09-07T03:00:00Z') })])!
  const gone = foldVisit([act(1, [unnamed], { at: Date.parse('2026-09-07T03:00:00Z') }), act(2, [signedOut()])])!
  expect(leftFromEarlierDays([early, gone, visitAfter(unnamed)], today)).toEqual([early])
})
