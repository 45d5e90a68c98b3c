import { ownRoom, type Room } from './scratch'

/**
 * A set of numbers below a bound, one bit each. 100,000 documents are 12.5 KB, so that AND, OR and NOT of whole lists
 * cost microseconds, however many documents are in them.
 */
export type BitSet = Int32Array

/** `room`: where it lies, here and below; what a search makes is written over by the next one. */
export const emptyBitSet = (bound: number, room: Room = ownRoom): BitSet => room.places((bound + 31) >> 5).fill(0)

export function fullBitSet(bound: number, room: Room = ownRoom): BitSet {
  const set = emptyBitSet(bound, room).fill(-1)
  if (bound & 31) set[bound >> 5] = (1 << (bound & 31)) - 1
  return set
}

/** The set whose bytes lie in a file, lowest bits first. */
export function bitSetOf(bytes: Uint8Array, bound: number, room: Room = ownRoom): BitSet {
  const set = emptyBitSet(bound, room)
  const ownBytes = new Uint8Array(set.buffer, set.byteOffset, set.byteLength)
  ownBytes.set(bytes.subarray(0, set.byteLength)) // every machine of ours has low bytes first
  return set
}

export function copyOfSet(set: BitSet, room: Room): BitSet {
  const copy = room.places(set.length)
  copy.set(set)
  return copy
}

export const hasBit = (set: BitSet, at: number): boolean => (((set[at >> 5] as number) >> (at & 31)) & 1) === 1

export function addNumbers(set: BitSet, numbers: Uint32Array): BitSet {
  for (let i = 0; i < numbers.length; i++) {
    const at = numbers[i] as number
    set[at >> 5] = (set[at >> 5] as number) | (1 << (at & 31))
  }
  return set
}

/** Keeps what is in both; the other is left as it is, here and below. */
export function keepCommon(set: BitSet, other: BitSet): BitSet {
  for (let i = 0; i < set.length; i++) set[i] = (set[i] as number) & (other[i] as number)
  return set
}

export function addSet(set: BitSet, other: BitSet): BitSet {
  for (let i = 0; i < set.length; i++) set[i] = (set[i] as number) | (other[i] as number)
  return set
}

export function removeSet(set: BitSet, other: BitSet): BitSet {
  for (let i = 0; i < set.length; i++) set[i] = (set[i] as number) & ~(other[i] as number)
  return set
}

export const isEmptySet = (set: BitSet): boolean => set.every(word => word === 0)

export function sizeOf(set: BitSet): number {
  let size = 0
  for (let i = 0; i < set.length; i++) size += onesOf(set[i] as number)
  return size
}

/** Its numbers, ascending, into an array that has room for them; answers the part that was filled. */
export function listOf(set: BitSet, into: Uint32Array): Uint32Array {
  let length = 0
  for (let i = 0; i < set.length; i++) {
    for (let left = set[i] as number; left !== 0; left &= left - 1) {
      into[length++] = i * 32 + 31 - Math.clz32(left & -left)
    }
  }
  return into.subarray(0, length)
}

/** Adds neighbouring bits, then neighbouring twos, fours and bytes. */
function onesOf(word: number): number {
  const twos = word - ((word >> 1) & 0x55555555)
  const fours = (twos & 0x33333333) + ((twos >> 2) & 0x33333333)
  return Math.imul((fours + (fours >> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
