import { expect, it, vi } from 'vitest'
import { rememberOpened } from '../../../../../renderer/data/seal/remember-opened'
import { createRowSealer, type RowPlace, singleKey } from '../../../../../renderer/data/seal/row-sealer'
import { SealedRowError } from '../../../../../renderer/data/seal/sealed-row-error'

const place = (status: string): RowPlace => ({ table: 'cases', key: 'c1', clear: [['status', status]] })

function remembering(most?: number) {
  const inner = createRowSealer(singleKey(new Uint8Array(32).fill(5)))
  const open = vi.fn(inner.open)
  return { sealer: rememberOpened({ ...inner, open }, most), open }
}

it('opens one version of a row once, and the next version anew', () => {
  const { sealer, open } = remembering()
  const first = sealer.seal(place('a'), { n: 1 })
  expect(sealer.open(place('a'), first)).toEqual({ n: 1 })
  expect(sealer.open(place('a'), first.slice())).toEqual({ n: 1 })
  expect(open).toHaveBeenCalledTimes(1)
  expect(sealer.open(place('a'), sealer.seal(place('a'), { n: 2 }))).toEqual({ n: 2 })
  expect(sealer.open(place('a'), first)).toEqual({ n: 1 })
  expect(open).toHaveBeenCalledTimes(3)
})

it('forgets one row at a time, the one not asked for longest', () => {
  const { sealer, open } = remembering(2)
  const at = (key: string): RowPlace => ({ ...place('a'), key })
  const rows = ['c1', 'c2', 'c3'].map(key => ({ key, sealed: sealer.seal(at(key), { key }) }))
  const read = (n: number) => sealer.open(at(rows[n]!.key), rows[n]!.sealed)
  read(0)
  read(1)
  read(0)
  read(2) // c2 goes
  expect(open).toHaveBeenCalledTimes(3)
  expect([read(0), read(2)]).toEqual([{ key: 'c1' }, { key: 'c3' }])
  expect(open).toHaveBeenCalledTimes(3)
  expect(read(1)).toEqual({ key: 'c2' })
  expect(open).toHaveBeenCalledTimes(4)
})

it('never answers for a changed index column, a changed nonce or no seal at all', () => {
  const { sealer } = remembering()
  const sealed = sealer.seal(place('a'), { n: 1 })
  sealer.open(place('a'), sealed)
  expect(() => sealer.open(place('b'), sealed)).toThrow(SealedRowError)
  expect(() =>
    sealer.open(
      place('a'),
      sealed.map((byte, at) => (at === 5 ? byte ^ 1 : byte)),
    ),
  ).toThrow(SealedRowError)
  expect(() => sealer.open(place('a'), undefined)).toThrow(SealedRowError)
  expect(() => sealer.open({ ...place('a'), key: 'c2', clear: [] }, sealed)).toThrow(SealedRowError)
})
