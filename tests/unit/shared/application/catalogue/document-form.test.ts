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
} from '#shared/application/catalogue/document-form'
import { changeDocument } from '#shared/domain/catalogue/document-changes'
import { closed, published } from '../../domain/catalogue/documents'
import { day } from '../../domain/published-calendars'

const today = day('2026-03-16')

describe('the form of a document', () => {
  it.each([
    ['public', { ...published, keywords: ['要点', '公开'], source: '政府公报' }],
    ['closed', closed],
  ])('says again what a %s document says, and changes nothing by itself', (_which, details) => {
    const form = documentForm(details, '正文')
    expect(detailsOf(form)).toEqual(details)
    expect(changeDocument({ details, isWithdrawn: false, text: '正文' }, editOf(form))).toBeNull()
  })

  it('an emptied field is taken away, and nothing else', () => {
    const form = { ...documentForm(published, '正文'), genre: ' ', abstract: '' }
    expect(changeDocument({ details: published, isWithdrawn: false, text: '正文' }, editOf(form))).toEqual({
      type: 'document.changed@1',
      open: { set: { genre: null }, words: { abstract: null } },
    })
  })

  it('names what is missing, then what is wrong, at the field that mends it', () => {
    expect(Object.keys(documentProblems(emptyDocumentForm, today))).toEqual([
      ...['title', 'indexNo', 'topicClass', 'agencyId'],
    ])
    const form = documentForm(published, '')
    expect(documentProblems(form, today)).toEqual({})
    expect(documentProblems({ ...form, publishedOn: day('2026-03-01') }, today)).toMatchObject({
      publishedOn: { kind: 'publishedBeforeMade' },
    })
    expect(documentProblems({ ...form, attribute: 'ON_REQUEST', publishedOn: null }, today)).toMatchObject({
      closedBecause: { kind: 'closedWithoutReason' },
    })
    expect(documentProblems({ ...form, genre: '长'.repeat(41) }, today)).toEqual({
      genre: { kind: 'tooLong', most: 40 },
    })
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
