import { expect, test } from 'vitest'
import { formatRequestNo, nextRequestNo, parseRequestNo } from '#shared/domain/requests/request-number'

const series = { placeCode: 'YX', workstationCode: 'A', year: 2026 }

test('a number is made and read', () => {
  expect(formatRequestNo({ ...series, serial: 187 })).toBe('YX-A-2026-0187')
  expect(parseRequestNo('YX-A-2026-0187')).toEqual({ ok: true, value: { ...series, serial: 187 } })
  expect(parseRequestNo(' ｙｘ－ａ－2026－0187 ')).toEqual({ ok: true, value: { ...series, serial: 187 } })
})

test.each(['', 'YX-A-2026-0000', 'YX-A-2026-187', 'YX-A-26-0187', 'Y-A-2026-0187', 'YX--2026-0187', 'YX-A-2026-01870'])(
  '%j is none',
  text => expect(parseRequestNo(text)).toEqual({ ok: false, problem: { kind: 'notARequestNumber', text } }),
)

test('each workstation counts for itself, by year, and fills no gap', () => {
  const used = ['YX-A-2026-0187', 'YX-A-2026-0003', 'YX-B-2026-0500', 'YX-A-2025-0900', 'CG-A-2026-0800', 'nonsense']
  expect(nextRequestNo(used, series)).toEqual({ ok: true, value: 'YX-A-2026-0188' })
  expect(nextRequestNo([], series)).toEqual({ ok: true, value: 'YX-A-2026-0001' })
  expect(nextRequestNo(['YX-A-2026-9999'], series)).toEqual({
    ok: false,
    problem: { kind: 'requestSeriesFull', last: 9999 },
  })
})
