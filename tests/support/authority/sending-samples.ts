import type { PlainFact } from '#shared/ledger/act'

export const sendings = {
  documents: '00000000-0000-4000-8000-0000000000d1',
  notice: '00000000-0000-4000-8000-0000000000d2',
} as const

const chain = 'cd'.repeat(16)
const digest = 'ab'.repeat(32)
const day = { date: '2026-01-01', name: '元旦' }
const said = (type: string, open: object) => (): PlainFact => ({ type, open }) as unknown as PlainFact // shapes are asserted by the test that uses it

/** What headquarters sends and what an office answers; the first, and what becomes of acts, only headquarters says. */
export const sendingSamples = {
  'calendar.sent@1': said('calendar.sent@1', {
    ...{ sendingId: sendings.documents, title: '2026年放假安排' },
    calendar: { year: 2026, notice: '国办发', noticeUrls: [], note: '', holidays: [day], workdays: [] },
  }),
  'lawPack.sent@1': said('lawPack.sent@1', {
    ...{ sendingId: sendings.documents, title: '法律依据' },
    pack: {
      ...{ id: 'pack', effectiveFrom: '2026-01-01', effectiveTo: null, note: '' },
      sources: [{ title: '条例', articles: '第三十三条' }],
      ...{ terms: { reply: 20 }, reconsiderationFirstArticles: ['23'], remedies: { NOT_EXIST: 'first' } },
      clauses: { first: ['可以申请行政复议。'] },
    },
  }),
  'notice.sent@1': said('notice.sent@1', { sendingId: sendings.notice, title: '通知', text: '请知悉。' }),
  'documents.sent@1': said('documents.sent@1', { sendingId: sendings.documents, title: '规章', lines: ['{}'] }),
  'sending.accepted@1': said('sending.accepted@1', { sendingId: sendings.documents }),
  'sending.declined@1': said('sending.declined@1', { sendingId: sendings.documents, reason: '已有' }),
  'notice.read@1': said('notice.read@1', { sendingId: sendings.notice }),
  'clock.corrected@1': said('clock.corrected@1', { chain, fromSeq: 1, toSeq: 2, byMs: 90_000_000 }),
  'quarantine.settled@1': said('quarantine.settled@1', {
    ...{ chain, seq: 1, hash: digest, decision: 'refused', reason: '不实', by: '沈国安' },
  }),
  'media.received@1': said('media.received@1', {
    ...{ exportId: '00000000-0000-4000-8000-0000000000b8', digest, on: '2026-03-20', receiver: '云溪县档案馆' },
  }),
}
