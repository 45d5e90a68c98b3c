import { expect, it, test } from 'vitest'
import { firstPart, nextPart, readPart } from '#shared/application/booklets/printed-part'

const most = 100

test('a booklet that is not too long is one part; a longer one goes on part by part to its end', () => {
  expect(firstPart(100, most)).toEqual({ from: '1', to: '100' })
  const parts = [readPart(firstPart(236, most), 236, most)!]
  while (parts.at(-1)!.to < 236) parts.push(readPart(nextPart(parts.at(-1)!, 236, most), 236, most)!)
  expect(parts).toEqual([
    { from: 1, to: 100 },
    { from: 101, to: 200 },
    { from: 201, to: 236 },
  ])
  expect(nextPart(parts.at(-1)!, 236, most)).toEqual({ from: '201', to: '236' })
})

it.each([
  ['７', ' 9 ', { from: 7, to: 9 }],
  ['236', '236', { from: 236, to: 236 }],
  ['1', '101', null],
  ['0', '9', null],
  ['9', '8', null],
  ['200', '237', null],
  ['', '9', null],
  ['1.5', '9', null],
  ['甲', '9', null],
])('%s to %s', (from, to, range) => expect(readPart({ from, to }, 236, most)).toEqual(range))
