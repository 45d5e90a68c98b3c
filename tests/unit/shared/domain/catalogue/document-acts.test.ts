import { describe, expect, it, test } from 'vitest'
import { mostTextChars as capOfContracts } from '#shared/contracts/document-fact-shapes'
import { malformation } from '#shared/contracts/facts'
import { foldDocument, isPublic, type CataloguedDocument } from '#shared/domain/catalogue/document'
import { mayDoToDocument, type ActingOnDocument } from '#shared/domain/catalogue/document-acts'
import {
  catalogueDocument,
  changeDocument,
  reverseOf,
  type DocumentEdit,
} from '#shared/domain/catalogue/document-changes'
import { mostTextChars, type DocumentDetails, type DocumentFact } from '#shared/domain/catalogue/document-facts'
import { day } from '../published-calendars'
import { actOf, clerk, closed, documentId, published } from './documents'

const by: ActingOnDocument = {
  ...{ actor: clerk, role: 'clerk', posts: ['clerk'], today: day('2026-03-16'), documentId },
}
const reviewer: ActingOnDocument = { ...by, role: 'reviewer', posts: ['reviewer'] }

const catalogued = (details: DocumentDetails, text?: string) =>
  foldDocument([actOf(1, catalogueDocument(details, text))])!
const edited = (document: CataloguedDocument, edit: DocumentEdit, text = '') =>
  changeDocument({ ...document, body: text }, edit)!
const after = (document: DocumentDetails, text: string | undefined, fact: DocumentFact) =>
  foldDocument([actOf(1, catalogueDocument(document, text)), actOf(2, fact)])!

const refusal = (document: CataloguedDocument | undefined, fact: DocumentFact, acting = by) => {
  const may = mayDoToDocument(document, [fact as never], acting)
  return may.ok ? null : may.problem.kind
}

describe('where words stand', () => {
  it('of a public document in clear, of any other sealed', () => {
    expect(catalogueDocument(published, '正文')).toMatchObject({
      open: { words: { title: published.title, text: '正文' } },
    })
    expect(catalogueDocument(published)).not.toHaveProperty('personal')
    const fact = catalogueDocument(closed, '正文')
    expect(JSON.stringify(fact.open)).not.toMatch(/政务公开|正文|云政发|商业秘密/)
    expect(fact).toMatchObject({ personal: { words: { title: closed.title, text: '正文' } } })
  })

  it('what awaits its publication is not public yet', () => {
    const { publishedOn: _on, ...waiting } = published
    expect(catalogueDocument(waiting)).toHaveProperty('personal')
    expect(isPublic(catalogued(waiting))).toBe(false)
  })

  it('a document that becomes public says every word again in clear, without the reason why it was closed', () => {
    const before = catalogued(closed, '正文')
    const fact = edited(before, { set: { attribute: 'PROACTIVE', publishedOn: day('2026-03-16') } }, '正文')
    const { title, docNo, abstract } = published
    expect(fact).toEqual({
      type: 'document.changed@1',
      open: {
        set: { attribute: 'PROACTIVE', publishedOn: '2026-03-16' },
        words: { title, docNo, abstract, text: '正文' },
        base: { attribute: 'ON_REQUEST', publishedOn: null },
      },
      personal: { base: { title, docNo, abstract, text: { chain: 'c1', seq: 1 } } },
    })
    expect(malformation(fact)).toBeNull()
    expect(refusal(before, fact, reviewer)).toBeNull()
    expect(after(closed, '正文', fact).details).not.toHaveProperty('closedBecause')
  })

  it.each([
    ['without its text', { title: published.title, docNo: published.docNo, abstract: published.abstract }],
    ['without its number', { title: published.title, abstract: published.abstract, text: '正文' }],
  ])('main refuses one that becomes public %s', (_how, words) => {
    const open = { set: { attribute: 'PROACTIVE', publishedOn: day('2026-03-16') }, words }
    const fact = { type: 'document.changed@1', open } as DocumentFact
    expect(refusal(catalogued(closed, '正文'), fact, reviewer)).toBe('wordsIncomplete')
  })

  it('main refuses words of a closed document in clear, and sealed ones of a public document', () => {
    const words = { title: '另一个标题' }
    const inClear: DocumentFact = { type: 'document.changed@1', open: { words } }
    const sealed: DocumentFact = { type: 'document.changed@1', open: {}, personal: { words } }
    expect(refusal(catalogued(closed), inClear)).toBe('wordsMisplaced')
    expect(refusal(catalogued(published), sealed)).toBe('wordsMisplaced')
    expect(refusal(catalogued(closed), sealed)).toBeNull()
    expect(refusal(catalogued(published), inClear, reviewer)).toBeNull()
  })
})

describe('who may do what', () => {
  const publish = { set: { attribute: 'PROACTIVE', publishedOn: day('2026-03-16') } } as const
  it('a clerk closes a document, and only whoever reviews makes one public', () => {
    const close = edited(catalogued(published), {
      set: { attribute: 'ON_REQUEST', publishedOn: null },
      words: { closedBecause: '含有个人隐私' },
    })
    expect(refusal(catalogued(published), close)).toBeNull()
    expect(refusal(catalogued(closed), edited(catalogued(closed), publish))).toBe('postNeeded')
    expect(refusal(catalogued(closed), edited(catalogued(closed), publish), reviewer)).toBeNull()
  })
  it('a clerk says where a public document belongs, and only whoever reviews gives it other words', () => {
    const document = catalogued(published)
    expect(refusal(document, edited(document, { set: { genre: '批复', validity: 'REPEALED' } }))).toBeNull()
    for (const edit of [{ words: { title: '另一个标题' } }, { words: { docNo: null } }, { text: '别的正文' }]) {
      expect(refusal(document, edited(document, edit))).toBe('postNeeded')
      expect(refusal(document, edited(document, edit), reviewer)).toBeNull()
    }
  })
  it('one more file of a public document is for whoever reviews; of one that is not public, and out of either, the clerk', () => {
    const attach: DocumentFact = {
      type: 'document.attached@1',
      open: { digest: 'ab'.repeat(32), bytes: 9, mime: 'application/pdf' },
      personal: { title: '附表' },
    }
    const detach: DocumentFact = { type: 'document.detached@1', open: { digest: 'ab'.repeat(32) } }
    expect(refusal(catalogued(published), attach)).toBe('postNeeded')
    expect(refusal(catalogued(published), attach, reviewer)).toBeNull()
    expect(refusal(catalogued(closed), attach)).toBeNull()
    expect(refusal(after(published, undefined, attach), detach)).toBeNull()
  })
  it('whoever may make a document public may catalogue it as public and restore it to that, and nobody else', () => {
    const { publishedOn: _on, ...waiting } = published
    expect(refusal(undefined, catalogueDocument(published))).toBe('postNeeded')
    expect(refusal(undefined, catalogueDocument(published), reviewer)).toBeNull()
    expect(refusal(undefined, catalogueDocument(published), { ...by, role: 'head', posts: ['head'] })).toBeNull()
    expect(refusal(undefined, catalogueDocument(waiting))).toBeNull()
    expect(refusal(undefined, catalogueDocument(closed))).toBeNull()
    const withdraw: DocumentFact = { type: 'document.withdrawn@1', open: { reason: '重复编目' } }
    const restore: DocumentFact = { type: 'document.restored@1', open: {} }
    expect(refusal(after(published, undefined, withdraw), restore)).toBe('postNeeded')
    expect(refusal(after(published, undefined, withdraw), restore, reviewer)).toBeNull()
    expect(refusal(after(closed, undefined, withdraw), restore)).toBeNull()
  })
  test('an administrator who is nothing else does nothing here', () => {
    const acting: ActingOnDocument = { ...by, role: 'administrator', posts: ['administrator'] }
    expect(refusal(undefined, catalogueDocument(closed), acting)).toBe('postNeeded')
    expect(refusal(undefined, catalogueDocument(closed), { ...by, posts: [] })).toBe('postNotHeld')
  })
})

describe('what a document may say of itself', () => {
  it.each<[Partial<Record<keyof DocumentDetails, unknown>>, string | null]>([
    [{}, null],
    [{ topicClass: '22' }, null],
    [{ topicClass: '2201' }, 'topicUnknown'],
    [{ documentDate: '2026-03-09' }, null],
    [{ documentDate: '2026-03-10' }, 'publishedBeforeMade'],
    [{ formedOn: '2026-03-10' }, 'publishedBeforeMade'],
    [{ documentDate: undefined }, null],
    [{ publishedOn: '2026-03-16' }, null],
    [{ publishedOn: '2026-03-17' }, 'documentDayAhead'],
    [{ validFrom: '2026-04-01', validTo: '2026-04-01' }, null],
    [{ validFrom: '2026-04-01', validTo: '2026-03-31' }, 'validityEndsBefore'],
    [{ attribute: 'NOT_DISCLOSED' }, 'publishedButClosed'],
    [{ attribute: 'NOT_DISCLOSED', publishedOn: undefined }, 'closedWithoutReason'],
    [{ attribute: 'NOT_DISCLOSED', publishedOn: undefined, closedBecause: '内部事务信息' }, null],
  ])('%j: %s', (differs, expected) => {
    const details = { ...published, ...differs } as DocumentDetails
    expect(refusal(undefined, catalogueDocument(details), reviewer)).toBe(expected)
  })

  it('no index number is taken twice, and none is changed', () => {
    const acting = { ...reviewer, isIndexNoTaken: (indexNo: string) => indexNo === published.indexNo }
    expect(refusal(undefined, catalogueDocument(published), acting)).toBe('indexNoTaken')
    expect(refusal(undefined, catalogueDocument({ ...published, indexNo: '1/2' }), acting)).toBeNull()
    expect(malformation({ type: 'document.changed@1', open: { set: { indexNo: '1/2' } } })).toBe('open.set')
    expect(edited(catalogued(published), { set: { genre: '意见' } })).not.toHaveProperty('open.set.indexNo')
  })

  it('after it was withdrawn it is only restored', () => {
    const withdraw: DocumentFact = { type: 'document.withdrawn@1', open: { reason: '重复编目' } }
    const gone = after(published, undefined, withdraw)
    expect(isPublic(gone)).toBe(false)
    expect(refusal(gone, edited(catalogued(published), { set: { genre: '意见' } }))).toBe('documentWithdrawn')
    expect(refusal(gone, { type: 'document.restored@1', open: {} }, reviewer)).toBeNull()
    expect(refusal(catalogued(published), { type: 'document.restored@1', open: {} })).toBe('documentNotWithdrawn')
  })
})

describe('a change', () => {
  it('says only what is new, and its reverse brings back what was', () => {
    const before = catalogued(published)
    const fact = edited(before, { set: { validity: 'REPEALED', topicClass: '0201', genre: null } })
    expect(fact).toEqual({
      type: 'document.changed@1',
      open: { set: { genre: null, validity: 'REPEALED' }, base: { genre: '通知', validity: 'VALID' } },
    })
    const changed = after(published, undefined, fact)
    expect(changed.details).toEqual({ ...withoutGenre(published), validity: 'REPEALED' })
    const back = edited(changed, reverseOf(before.details, changed.details))
    const acts = [actOf(1, catalogueDocument(published)), actOf(2, fact), actOf(3, back)]
    expect(foldDocument(acts)!.details).toEqual(published)
  })
  it('that changes nothing is none', () => {
    expect(changeDocument({ ...catalogued(published), body: '' }, { set: { genre: '通知' } })).toBeNull()
  })
  it('of the text names the act that brought it', () => {
    const fact = edited(catalogued(published, '旧'), { text: '新的正文' }, '旧')
    expect(after(published, '旧', fact).text).toEqual({ chain: 'c1', seq: 2, chars: 4 })
    const gone = edited(catalogued(published, '旧'), { text: '' }, '旧')
    expect(after(published, '旧', gone).text).toBeNull()
  })
})

describe('what a change replaces', () => {
  it('is refused by main where somebody else was faster', () => {
    const before = catalogued(published)
    const mine = edited(before, { set: { genre: '意见' } })
    const now = after(published, undefined, edited(before, { set: { genre: '批复' } }))
    expect(mayDoToDocument(now, [mine as never], by)).toEqual({
      ok: false,
      problem: { kind: 'changedMeanwhile', field: 'genre' },
    })
    expect(refusal(before, mine)).toBeNull()
  })

  it('stands sealed where the words are, and in clear nothing of them', () => {
    const fact = edited(catalogued(closed), { set: { genre: '意见' }, words: { title: '另一个标题' } })
    expect(fact).toMatchObject({
      open: { base: { genre: '通知' } },
      personal: { words: { title: '另一个标题' }, base: { title: closed.title } },
    })
    expect(JSON.stringify(fact.open)).not.toContain(closed.title)
    const inClear = { ...fact, open: { ...fact.open, base: { title: closed.title } } } as DocumentFact
    expect(refusal(catalogued(closed), inClear)).toBe('wordsMisplaced')
    expect(malformation({ type: fact.type, open: { set: { genre: '意见' }, base: { text: '正文' } } })).toBe(
      'open.base.text',
    )
  })
})

it('the shape of a fact takes a text up to the cap and not one character more', () => {
  expect(capOfContracts).toBe(mostTextChars)
  expect(malformation(catalogueDocument(published, '文'.repeat(mostTextChars)))).toBeNull()
  expect(malformation(catalogueDocument(published, '文'.repeat(mostTextChars + 1)))).not.toBeNull()
})

const withoutGenre = ({ genre: _genre, ...rest }: DocumentDetails): DocumentDetails => rest
