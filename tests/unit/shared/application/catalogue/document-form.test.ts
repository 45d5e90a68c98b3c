import { describe, expect, it } from 'vitest'
import {
  detailsOf,
  documentForm,
  documentProblems,
  editOf,
  emptyDocumentForm,
  keywordsOf,
  readDocumentForm,
  readsAsNumber,
  roleFor,
  takeUpDraft,
  type AroundForm,
  type KeptDocumentForm,
} from '#shared/application/catalogue/document-form'
import { changeDocument } from '#shared/domain/catalogue/document-changes'
import { closed, published } from '../../domain/catalogue/documents'
import { day } from '../../domain/published-calendars'

const today = day('2026-03-16')
const byReviewer: AroundForm = { today, posts: ['reviewer'], publicNow: null }

describe('the form of a document', () => {
  it.each([
    ['public', { ...published, keywords: ['要点', '公开'], source: '政府公报' }],
    ['closed', closed],
  ])('says again what a %s document says, and changes nothing by itself', (_which, details) => {
    const form = documentForm(details, '正文')
    expect(detailsOf(form)).toEqual(details)
    expect(changeDocument({ details, isWithdrawn: false, text: null, body: '正文' }, editOf(form))).toBeNull()
  })

  it('an emptied field is taken away, and nothing else', () => {
    const form = { ...documentForm(published, '正文'), genre: ' ', abstract: '' }
    expect(changeDocument({ details: published, isWithdrawn: false, text: null, body: '正文' }, editOf(form))).toEqual({
      type: 'document.changed@1',
      open: {
        ...{ set: { genre: null }, words: { abstract: null } },
        base: { genre: published.genre, abstract: published.abstract },
      },
    })
  })

  it('names what is missing, then what is wrong, at the field that mends it', () => {
    expect(Object.keys(documentProblems(emptyDocumentForm, byReviewer))).toEqual([
      ...['title', 'indexNo', 'topicClass', 'agencyId'],
    ])
    const form = documentForm(published, '')
    expect(documentProblems(form, byReviewer)).toEqual({})
    expect(documentProblems({ ...form, publishedOn: day('2026-03-01') }, byReviewer)).toMatchObject({
      publishedOn: { kind: 'publishedBeforeMade' },
    })
    expect(documentProblems({ ...form, attribute: 'ON_REQUEST', publishedOn: null }, byReviewer)).toMatchObject({
      closedBecause: { kind: 'closedWithoutReason' },
    })
    expect(documentProblems({ ...form, genre: '长'.repeat(41) }, byReviewer)).toEqual({
      genre: { kind: 'tooLong', most: 40 },
    })
  })

  it('tells a clerk that a day of publication is the reviewer’s, unless the document is public already', () => {
    const form = documentForm(published, '')
    const byClerk: AroundForm = { ...byReviewer, posts: ['clerk'] }
    expect(documentProblems(form, byClerk)).toEqual({
      publishedOn: { kind: 'postNeeded', posts: ['reviewer', 'head'] },
    })
    expect(documentProblems({ ...form, publishedOn: null }, byClerk)).toEqual({})
    expect(documentProblems({ ...form, genre: '批复' }, { ...byClerk, publicNow: form })).toEqual({})
  })

  it('tells a clerk at the word itself that other words of a public document are reviewed too', () => {
    const publicNow = documentForm(published, '正文')
    const byClerk: AroundForm = { ...byReviewer, posts: ['clerk'], publicNow }
    const postNeeded = { kind: 'postNeeded', posts: ['reviewer', 'head'] }
    expect(documentProblems({ ...publicNow, text: '别的正文' }, byClerk)).toEqual({ text: postNeeded })
    expect(documentProblems({ ...publicNow, abstract: '' }, byClerk)).toEqual({ abstract: postNeeded })
    expect(documentProblems({ ...publicNow, text: '别的正文' }, { ...byClerk, posts: ['head'] })).toEqual({})
    const closing = { ...publicNow, text: '别的正文', attribute: 'ON_REQUEST', publishedOn: null } as const
    expect(documentProblems({ ...closing, closedBecause: '正在修订' }, byClerk)).toEqual({})
  })

  it('an old draft takes nothing back that was changed since, and names what both changed', () => {
    const then = documentForm(published, '正文')
    const draft: KeptDocumentForm = { ...then, title: '草稿里的标题', genre: '意见', recorded: then }
    const now = { ...then, genre: '批复', validity: 'REPEALED' as const }
    const { form, changedMeanwhile } = takeUpDraft(JSON.parse(JSON.stringify(draft)), now)
    expect(form).toEqual({ ...then, title: '草稿里的标题', genre: '意见', validity: 'REPEALED' })
    expect(changedMeanwhile).toEqual(['genre'])
    expect(takeUpDraft(JSON.parse(JSON.stringify({ ...draft, genre: '批复' })), now).changedMeanwhile).toEqual([])
    const { recorded: _then, ...before } = draft // of a version that did not keep what was recorded
    expect(takeUpDraft(before, now)).toEqual({ form: before, changedMeanwhile: [] })
  })

  it('comes back from its draft; what is no field of it is left out', () => {
    const form = documentForm(published, '正文')
    expect(readDocumentForm(JSON.parse(JSON.stringify(form)))).toEqual(form)
    expect(readDocumentForm({ title: 7, documentDate: '2026-03-02', colour: 'red' })).toEqual({
      ...emptyDocumentForm,
      documentDate: '2026-03-02',
    })
    expect(readDocumentForm(null)).toEqual(emptyDocumentForm)
  })

  it('reads keywords apart, and says whether a number takes part in its series', () => {
    expect(keywordsOf('要点、公开，要点 ; 目录')).toEqual(['要点', '公开', '目录'])
    expect([readsAsNumber('云政发〔2026〕5号'), readsAsNumber('无'), readsAsNumber(' ')]).toEqual([true, false, null])
  })

  it('asks under a post that may, else under the one whose refusal says whose it is', () => {
    expect(roleFor(['administrator', 'clerk'], false)).toBe('clerk')
    expect(roleFor(['administrator', 'clerk'], true)).toBe('clerk')
    expect(roleFor(['clerk', 'head'], true)).toBe('head')
    expect(roleFor(['administrator'])).toBe('administrator')
  })
})
