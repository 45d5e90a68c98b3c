import { factShapes } from '#shared/contracts/facts'
import { rightValue } from './shape-values'

/** What a machine that was taken over may sign in the place of anything: not text, no day, half a character, no end. */
export const hostileValues: readonly unknown[] = [
  ...['\0', '\ud800', '', '__proto__', '\u202e云溪', "'; drop table act --", '1e999', 'x'.repeat(5_000)],
  ...['2026-02-31', '2026-09-08\n', '0000-00-00', '-000001-01-01', '9999-12-31', '+275760-09-13'],
  ...[-1, 0.5, 1e308, 2 ** 31, 2 ** 53, null, true, [], ['\0'], {}, { $gt: '' }],
]

export interface Fact {
  readonly type: string
  readonly open: unknown
  readonly personal?: unknown
}

export const factTypes = Object.keys(factShapes) as (keyof typeof factShapes)[]

/** What kind of subject a fact of this type is about, of those that have a key of their own. */
export const kindOf = (type: string): string | undefined =>
  /^(?:request|visit|document|enquiry|person|standardList)(?=\.)/u.exec(type)?.[0]

/** The fact as it should be, every optional part in it. */
export function rightFact(type: keyof typeof factShapes): Fact {
  const { open, personal } = factShapes[type]
  return { type, open: rightValue(open), personal: rightValue(personal) }
}

/** One of three, so that each place has every third value and each value every third place; all of them with HOSTILE_FACTS=all. */
const oneIn = process.env['HOSTILE_FACTS'] === 'all' ? 1 : 3

/** The fact with a hostile value in each place of it, one at a time: whole parts too. */
export function hostileFacts(fact: Fact, parts: readonly ('open' | 'personal')[]): readonly Fact[] {
  const places = parts.flatMap(part => placesIn(fact[part], [part]))
  const all = places.flatMap(place => hostileValues.map(value => [place, value] as const))
  return all.filter((_, n) => n % oneIn === 0).map(([place, value]) => withValue(fact, place, value) as Fact)
}

type Place = readonly string[]

function placesIn(value: unknown, at: Place): Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...at, key]))]
}

function withValue(whole: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value
  const copy = (Array.isArray(whole) ? [...whole] : { ...(whole as object) }) as Record<string, unknown>
  copy[key] = withValue(copy[key], rest, value)
  return copy
}
