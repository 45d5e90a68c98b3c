import { expect, it } from 'vitest'
import type { EnquiryRecord } from '#shared/application/enquiry-ports'
import type { CivilDate } from '#shared/domain/calendar/civil-date'
import type { Enquiry } from '#shared/domain/enquiries/enquiry'
import type { EnquiryId } from '#shared/domain/enquiries/enquiry-facts'
import type { PersonId } from '#shared/domain/requests/request-facts'
import { demandLines } from '../../../../../renderer/features/catalogue-search/demand-lines'

const stamp = (at: number) => ({
  actor: 'p' as PersonId,
  role: 'clerk' as const,
  at,
  hlc: String(at),
  chain: 'c',
  seq: at,
})
const record = (at: number, words: string | undefined, more: Partial<Enquiry> = {}): EnquiryRecord => ({
  enquiryId: `e${at}` as EnquiryId,
  enquiry: {
    ...{ kind: 'unmet', words, documentIds: [], noted: stamp(at), proposed: null, settled: null, notUnderstood: [] },
    ...more,
  },
  ...{ needsNewerVersion: false, actsLeftOut: 0 },
})
const notHeld = (at: number) => ({ settled: { outcome: 'notHeld' as const, by: stamp(at) } })

it('counts the same words together, whatever their width, case and spaces; most often first', () => {
  const lines = demandLines([
    record(1, '水价'),
    record(2, 'ＰＭ２.５ 数据'),
    record(3, 'pm2.5  数据'),
    record(4, 'PM2.5 数据'),
  ])
  expect(lines.map(({ words, times, lastAt }) => [words, times, lastAt])).toEqual([
    ['PM2.5 数据', 3, 4],
    ['水价', 1, 1],
  ])
  expect(lines[0]?.unsettled).toEqual(['e4', 'e3', 'e2'])
})

it('adds what visitors looked for at the kiosk, and says how often and on which day last', () => {
  const kiosk = (times: number) => ({ atKiosk: { on: '2026-11-03' as CivilDate, times } })
  const line = (...records: EnquiryRecord[]) =>
    demandLines(records).map(({ times, atKiosk, lastOn }) => [times, atKiosk, lastOn])
  expect(line(record(1, '水价'), record(2, '水价', kiosk(3)))).toEqual([[4, 3, '2026-11-03']])
  expect(line(record(1, '水价', kiosk(2)), record(2, '水价'))).toEqual([[3, 2, null]])
  expect(line(record(1, '水价'))).toEqual([[1, 0, null]])
})

it('leaves out what was answered, and keeps apart what has no words any more', () => {
  const lines = demandLines([record(1, '水价', { kind: 'answered' }), record(2, undefined), record(3, undefined)])
  expect(lines.map(({ words, times }) => [words, times])).toEqual([
    [undefined, 1],
    [undefined, 1],
  ])
})

it('is open, put forward, or settled; looked for again after that it is open again', () => {
  const reason = { proposed: { reason: '三人查过', by: stamp(9) } }
  const stateOf = (...records: EnquiryRecord[]) => demandLines(records).map(({ state }) => state)
  expect(stateOf(record(1, '水价'))).toEqual(['open'])
  expect(stateOf(record(1, '水价', reason), record(2, '水价'))).toEqual(['proposed'])
  expect(stateOf(record(1, '水价', notHeld(2)))).toEqual(['notHeld'])
  expect(stateOf(record(1, '水价', notHeld(2)), record(3, '水价'))).toEqual(['open'])
  expect(stateOf(record(1, '水价', notHeld(2)), record(3, '电价'))).toEqual(['open', 'notHeld']) // settled ones last
})
