import { expect, test } from 'vitest'
import { foldSubject } from '../../../../../renderer/data/projector/fold-subject'
import { unpackRequest } from '../../../../../renderer/data/pack-request'
import type { KeptAct, RequestRow } from '../../../../../renderer/data/rows'
import { clerk, confirmed, inARow, lettered } from '../../../shared/domain/requests/acts-of-a-request'

const subject = 'request:0b7c2c1e-3d1c-4c53-9a4e-6f1f2f7c9a01'
const hlc = (n: number) => `${String(1_772_400_000_000 + n * 1000).padStart(15, '0')}-0000`

function rowOf(acts: ReturnType<typeof inARow>): RequestRow | null {
  const kept = acts.map((act, n) => ({ ...act, hlc: hlc(n) })) as unknown as KeptAct[] // the journal's own order
  const { row, poison } = foldSubject(subject, kept)
  expect(poison).toEqual([])
  return row?.table === 'requests' ? row.row : null
}

test('a letter that waits for its confirmation has a row, and the confirmation gives it the day', () => {
  const waiting = rowOf(inARow([clerk, lettered]))
  expect(waiting).toMatchObject({ status: 'unconfirmed' })
  expect(unpackRequest(waiting!.packed).receivedOn).toBeUndefined()
  const received = rowOf(inARow([clerk, lettered], [clerk, confirmed('2026-03-04')]))
  expect(received).toMatchObject({ status: 'registered' })
  expect(unpackRequest(received!.packed).receivedOn).toBe('2026-03-04')
})
