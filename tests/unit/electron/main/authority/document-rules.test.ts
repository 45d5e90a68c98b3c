import { describe, expect, it } from 'vitest'
import { catalogueDocument } from '#shared/domain/catalogue/document-changes'
import type { DocumentDetails, DocumentFact } from '#shared/domain/catalogue/document-facts'
import { emptyStandardRow, type StandardListFact } from '#shared/domain/catalogue/standard-list'
import type { ActBody, PlainAct, PlainFact } from '#shared/ledger/act'
import { officeAuthority } from '../../../../../electron/main/authority/office-authority'
import { countyGovernment } from '../../../../support/fake-desk/fake-office'
import { published } from '../../../shared/domain/catalogue/documents'

const ours: DocumentDetails = { ...published, agencyId: countyGovernment.agencyId }
const reviewer = '00000000-0000-4000-8000-00000000c1e4'
const subject = (n: number) => `document:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const list = (n: number) => subject(n).replace('document', 'standardList')

/** An office with one reviewer, and its journal in memory. */
function authorityWith() {
  const acts: PlainAct[] = []
  const authority = officeAuthority(() => '2026-03-16')
  const note = (about: string, facts: readonly PlainFact[], role = 'reviewer') => {
    const seq = acts.length + 1
    const hash = seq.toString(16).padStart(64, '0')
    const hlc = `${String(seq).padStart(15, '0')}-0000`
    const act = {
      v: 1,
      office: 'o',
      chain: 'c1',
      seq,
      prev: hash,
      hash,
      hlc,
      actor: reviewer,
      role,
      subject: about,
      facts,
    } as const
    acts.push(act)
    authority.observe(act as unknown as ActBody) // it reads open parts only
  }
  note('office', [
    { type: 'office.established@1', open: { name: '查阅中心', placeCode: 'YX' } },
    { type: 'agency.added@1', open: countyGovernment as never },
  ])
  note(`person:${reviewer}`, [{ type: 'person.added@1', open: { posts: ['reviewer'] } }])
  const journal = { of: (about: string) => acts.filter(act => act.subject === about) }
  const proposed = (about: string, ...facts: readonly DocumentFact[]) => ({
    ...{ actor: reviewer, role: 'reviewer', subject: about },
    facts: facts as unknown as PlainFact[],
  })
  return {
    authority,
    noteList: (n: number, fact: StandardListFact) => note(list(n), [fact as unknown as PlainFact]), // an open fact is plain
    judgeList: (n: number, fact: StandardListFact, by = authority) =>
      by.judge(
        [{ actor: reviewer, role: 'reviewer', subject: list(n), facts: [fact as unknown as PlainFact] }], // the same
        journal,
      ),
    note: (n: number, fact: DocumentFact) => note(subject(n), [fact as unknown as PlainFact]),
    judge: (...some: readonly (readonly [n: number, fact: DocumentFact])[]) =>
      authority.judge(
        some.map(([n, fact]) => proposed(subject(n), fact)),
        journal,
      ),
  }
}

const refused = (why: object) => ({ kind: 'refused', why: expect.objectContaining(why) as unknown })

describe('the authority on the catalogue', () => {
  it('takes a document of an agency of this office, and of no other', () => {
    const { judge } = authorityWith()
    expect(judge([1, catalogueDocument(ours)])).toBeNull()
    expect(judge([1, catalogueDocument(published)])).toEqual(refused({ kind: 'agencyUnknown' }))
  })

  it('gives no index number twice: not later, not in one frame, not after a withdrawal, not after a restart', () => {
    const { authority, judge, note } = authorityWith()
    const another = { ...ours, title: '另一份' }
    const taken = refused({ kind: 'indexNoTaken', indexNo: ours.indexNo })
    expect(judge([1, catalogueDocument(ours)], [2, catalogueDocument(another)])).toEqual(taken)
    note(1, catalogueDocument(ours))
    expect(judge([2, catalogueDocument(another)])).toEqual(taken)
    note(1, { type: 'document.withdrawn@1', open: { reason: '重复' } })
    expect(judge([2, catalogueDocument(another)])).toEqual(taken)
    const again = officeAuthority(() => '2026-03-16')
    again.restore(JSON.parse(JSON.stringify(authority.kept())))
    expect(again.kept()).toEqual(authority.kept())
    expect(JSON.stringify(again.kept())).toContain(ours.indexNo)
    expect(judge([2, catalogueDocument({ ...another, indexNo: '014225972/2026-00002' })])).toBeNull()
  })

  it('keeps one standard list for each kind of body: also after a restart, and again after a removal', () => {
    const { authority, judgeList, noteList } = authorityWith()
    const saved = (kindOfBody: string, matter = '征地补偿'): StandardListFact => ({
      type: 'standardList.saved@1',
      open: { name: '标准目录', kindOfBody, isSample: false, rows: [{ ...emptyStandardRow, matter }] },
    })
    noteList(1, saved('乡镇（街道）'))
    const taken = (kindOfBody: string) => refused({ kind: 'kindOfBodyTaken', kindOfBody })
    expect(judgeList(2, saved('乡镇（街道）'))).toEqual(taken('乡镇（街道）'))
    expect(judgeList(2, saved(' 乡镇(街道) '))).toEqual(taken(' 乡镇(街道) ')) // width and spaces make no other kind
    expect(judgeList(1, saved('乡镇（街道）', '低保'))).toBeNull() // its own
    expect(judgeList(2, saved('县级'))).toBeNull()
    const again = officeAuthority(() => '2026-03-16')
    again.restore(JSON.parse(JSON.stringify(authority.kept())))
    expect(judgeList(2, saved('乡镇（街道）'), again)).toEqual(taken('乡镇（街道）'))
    noteList(2, saved('县级'))
    expect(judgeList(1, saved('县级'))).toEqual(taken('县级')) // nor by changing one into it
    noteList(1, { type: 'standardList.removed@1', open: { reason: '停用' } })
    expect(judgeList(3, saved('乡镇（街道）'))).toBeNull()
    noteList(3, saved('乡镇（街道）'))
    expect(judgeList(1, saved('乡镇（街道）'))).toEqual(taken('乡镇（街道）')) // what was removed does not come back beside it
  })

  it('relates documents that are there', () => {
    const { judge, note } = authorityWith()
    note(1, catalogueDocument(ours))
    const related = (n: number): DocumentFact => ({
      type: 'document.related@1',
      open: { kind: 'repeals', to: subject(n).slice('document:'.length) as never },
    })
    expect(judge([1, related(2)])).toEqual(refused({ kind: 'relatedToNothing' }))
    expect(judge([1, related(1)])).toEqual(refused({ kind: 'relatedToItself' }))
    note(2, catalogueDocument({ ...ours, indexNo: '2' }))
    expect(judge([1, related(2)])).toBeNull()
  })

  it('reads the exact shape of every fact', () => {
    const { judge } = authorityWith()
    const strange = { type: 'document.changed@1', open: { set: { colour: 'red' } } } as unknown as DocumentFact // as a window that was taken over would
    expect(judge([1, strange])).toEqual(refused({ kind: 'factMalformed' }))
  })
})
