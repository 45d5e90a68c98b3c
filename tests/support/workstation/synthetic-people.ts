import type { CivilDate } from '#shared/domain/calendar/civil-date'
import { parseCreditCode } from '#shared/domain/identity/credit-code'
import { parseResidentId } from '#shared/domain/identity/resident-id'

/** The same numbers for the same seed, from 0 to 1 (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const oneOf = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!

const surnames = ['赵', '钱', '孙', '李', '吴', '郑', '冯', '陈', '褚', '卫', '蒋', '沈', '韩', '杨']
const givenNames = ['桂英', '建国', '秀兰', '㛃䶮', '玉珍', '志强', '凤英', '德福', '春梅', '长顺', '淑贞', '有财']
const firms = ['青石建材', '云溪置业', '白鹭纺织', '柳河运输']

/** Nobody alive: born 1900 to 1904, with a check digit that holds. */
export function syntheticPerson(random: () => number): { name: string; idNumber: string; phone: string } {
  const two = (n: number) => String(n).padStart(2, '0')
  const birth = `190${Math.floor(random() * 5)}${two(1 + Math.floor(random() * 12))}${two(1 + Math.floor(random() * 28))}`
  const stem = `330102${birth}${String(Math.floor(random() * 1_000)).padStart(3, '0')}`
  const idNumber = [...'0123456789X']
    .map(digit => stem + digit)
    .find(id => parseResidentId(id, '2026-01-01' as CivilDate).ok)
  if (!idNumber) throw new Error('no check digit fits')
  return { name: oneOf(surnames, random) + oneOf(givenNames, random), idNumber, phone: phone(random) }
}

export function syntheticFirm(random: () => number, kind: string): { name: string; idNumber: string; phone: string } {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const stem = `91330100${Array.from({ length: 9 }, () => alphabet[Math.floor(random() * 10)]).join('')}`
  const idNumber = [...alphabet].map(last => stem + last).find(code => parseCreditCode(code).ok)
  if (!idNumber) throw new Error('no check character fits')
  return { name: `云溪县${oneOf(firms, random)}${kind}`, idNumber, phone: phone(random) }
}

const phone = (random: () => number) => `139000${String(Math.floor(random() * 100_000)).padStart(5, '0')}`
