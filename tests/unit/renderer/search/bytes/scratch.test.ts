import { describe, expect, it } from 'vitest'
import {
  bitSetOf,
  copyOfSet,
  emptyBitSet,
  fullBitSet,
  listOf,
  sizeOf,
} from '../../../../../renderer/search/bytes/bit-set'
import { bytesWithRoom, wordsOf } from '../../../../../renderer/search/bytes/bits'
import { ownRoom, Scratch } from '../../../../../renderer/search/bytes/scratch'

/** A scratch whose blocks hold what an earlier search has left in them. */
function used(): Scratch {
  const room = new Scratch()
  room.numbers(1000).fill(0xdeadbeef)
  room.release()
  return room
}

describe('arrays that the next search uses again', () => {
  it('do not lie on one another, whatever kinds are asked for', () => {
    const room = used()
    const made = [
      room.numbers(3),
      room.scores(5),
      room.places(1),
      room.scores(2),
      room.numbers(300_000),
      room.scores(7),
    ]
    made.forEach((array, i) => array.fill(i + 1))
    made.forEach((array, i) => expect(new Set<number>(array)).toEqual(new Set([i + 1])))
    expect(made.map(({ length }) => length)).toEqual([3, 5, 1, 2, 300_000, 7])
  })

  it('are given out again after a release', () => {
    const room = new Scratch()
    const { buffer } = room.scores(10)
    room.release()
    expect(room.scores(10).buffer).toBe(buffer)
  })

  it('hold sets that begin empty, full, as a file says, or as another set', () => {
    const room = used()
    room.numbers(1)
    expect(sizeOf(emptyBitSet(100, room))).toBe(0)
    expect(sizeOf(fullBitSet(70, room))).toBe(70)
    const set = bitSetOf(Uint8Array.of(0b101, 0, 1), 20, room)
    expect([...listOf(set, ownRoom.numbers(3))]).toEqual([0, 2, 16])
    const copy = copyOfSet(set, room)
    set.fill(0)
    expect([...listOf(copy, ownRoom.numbers(3))]).toEqual([0, 2, 16])
  })

  it('hold bytes that can be read as words without being copied', () => {
    const room = used()
    for (const length of [0, 1, 2, 3, 4, 5]) {
      const bytes = bytesWithRoom(length, room).fill(7)
      expect(bytes.length).toBe(length)
      expect(wordsOf(bytes).buffer).toBe(bytes.buffer)
    }
  })
})
