import type { z } from 'zod'

/** The part of a zod shape that these walks read. */
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly catchall?: z.ZodType
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly discriminator?: string
  readonly entries?: Readonly<Record<string, string>>
  readonly values?: readonly unknown[]
  readonly checks?: readonly { readonly _zod: { readonly def: Readonly<Record<string, unknown>> } }[]
}

export const definitionOf = (shape: z.ZodType): Definition => shape._zod.def as unknown as Definition // as the library keeps it

export interface Wrong {
  /** Where it is wrong, from the top. */
  readonly at: string
  readonly value: unknown
}

const bytes = Uint8Array.of(1)
const uuid = '00000000-0000-4000-8000-00000000000a'
const hex = (length: number): string => 'ab'.repeat(length / 2)

/** One of these fits every text that is written down with a pattern. */
const texts: readonly string[] = [
  ...[
    '某件',
    '',
    '2026-09-08',
    uuid,
    hex(64),
    hex(32),
    `${'A'.repeat(86)}==`,
    'a-1',
    'a',
    'YX',
    'A',
    '05',
    '0501',
    '310000',
  ],
  ...[
    'a.pdf',
    'a.xlsx',
    `${hex(64)}.bin`,
    'U+212E4',
    'records-desk-20260908-0123abcd',
    '014225972',
    '11330100MB0000000A',
    'A-1',
    'a b',
    '0',
  ],
  ...['01422597-2', '8989', '192.168.1.7', '192.168.1.7:8790', '/read', 'http://127.0.0.1:8989/read', '2026'],
  ...['001790000000000-0000', 'ab12cd34'],
]

/** A value that the shape takes, every optional part in it where that can be. Throws where no sample fits: add one to `texts`. */
export function rightValue(shape: z.ZodType, at = ''): unknown {
  for (const value of [whole(shape, at), bare(shape, at)]) if (shape.safeParse(value).success) return value
  throw new Error(`no sample fits ${at || 'the input'}: add one to tests/support/hostile/shape-values.ts`)
}

const bare = (shape: z.ZodType, at: string): unknown => {
  const { type, shape: parts = {} } = definitionOf(shape)
  if (type !== 'object') return undefined
  const needed = Object.entries(parts).filter(([, part]) => definitionOf(part).type !== 'optional')
  return Object.fromEntries(needed.map(([name, part]) => [name, rightValue(part, `${at}.${name}`)]))
}

function whole(shape: z.ZodType, at: string): unknown {
  const definition = definitionOf(shape)
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape!).map(([name, part]) => [name, rightValue(part, `${at}.${name}`)]),
      )
    case 'array':
      return Array.from({ length: Math.max(1, leastOf(definition)) }, () => rightValue(definition.element!, `${at}.0`))
    case 'optional':
    case 'nullable':
      return rightValue(definition.innerType!, at)
    case 'union':
      return rightValue(definition.options![0]!, at)
    case 'record':
      return { name: rightValue(definition.valueType!, `${at}.*`) }
    default:
      return simple(shape, definition)
  }
}

function simple(shape: z.ZodType, { type, entries, values }: Definition): unknown {
  if (type === 'string') return texts.find(text => shape.safeParse(text).success)
  if (type === 'number') return [1, 0, 2, 100, 2026, 5_000].find(number => shape.safeParse(number).success)
  if (type === 'enum') return Object.values(entries!)[0]
  if (type === 'literal') return values![0]
  if (type === 'boolean') return true
  if (type === 'custom') return bytes
  if (type === 'null') return null
  return type === 'lazy' || type === 'unknown' ? { 键: '值' } : undefined
}

const leastOf = ({ checks = [] }: Definition): number => numberIn(checks, 'min_length', 'minimum') ?? 0
const mostOf = ({ checks = [] }: Definition): number | undefined => numberIn(checks, 'max_length', 'maximum')

const numberIn = (checks: NonNullable<Definition['checks']>, check: string, field: string): number | undefined =>
  checks.map(({ _zod }) => _zod.def).find(def => def['check'] === check)?.[field] as number | undefined

/** Kinds of value that cross the bridge of Electron as they are (structured clone). */
const kinds = {
  undefined: [undefined],
  null: [null],
  boolean: [true],
  number: [7],
  odd: [Number.NaN, Number.POSITIVE_INFINITY, 7n],
  string: ['某词'],
  array: [[], ['某词']],
  object: [{}, { 键: 1 }],
  exotic: [
    new Date(0),
    new Map([['a', 1]]),
    new Set([1]),
    Object('某词') as object,
    Object(7) as object,
    /x/u,
    new Error('x'),
  ],
  bytes: [Uint8Array.of(1, 2), new ArrayBuffer(2), Uint16Array.of(1)],
} as const
type Kind = keyof typeof kinds

const except = (...taken: readonly Kind[]): unknown[] =>
  (Object.keys(kinds) as Kind[]).filter(kind => !taken.includes(kind)).flatMap(kind => [...kinds[kind]])

/** Values that are wrong at exactly one place, by the kind that is written down for it and not by asking the shape. */
export function wrongValues(shape: z.ZodType, at = ''): Wrong[] {
  const definition = definitionOf(shape)
  const here = (...values: readonly unknown[]): Wrong[] => values.map(value => ({ at: at || '(whole)', value }))
  switch (definition.type) {
    case 'object':
      return [...here(...wrongObjects(definition), ...wrongKeys(definition)), ...insideObject(shape, definition, at)]
    case 'array':
      return [...here(...except('array'), ...tooMany(shape, definition, at)), ...insideArray(definition, at)]
    case 'record':
      return [
        ...here(...except('object')),
        ...wrongValues(definition.valueType!, `${at}.*`).map(inside => ({ ...inside, value: { name: inside.value } })),
      ]
    case 'optional':
      return wrongValues(definition.innerType!, at).filter(({ value }) => value !== undefined)
    case 'nullable':
      return wrongValues(definition.innerType!, at).filter(({ value }) => value !== null)
    case 'union':
      return definition.discriminator
        ? [...here(...except('object'), {}), ...definition.options!.flatMap(option => wrongValues(option, at))]
        : here(undefined, true, [], {}, 7n, Number.NaN, bytes)
    default:
      return here(...wrongSimple(definition))
  }
}

function wrongSimple({ type, checks = [] }: Definition): unknown[] {
  switch (type) {
    case 'string':
      return except('string')
    case 'enum':
    case 'literal':
      return [...except(), '__proto__', 'constructor'].filter(value => value !== true)
    case 'number':
      return [...except('number'), ...(checks.length > 0 ? [1.5] : [])]
    case 'boolean':
      return except('boolean')
    case 'custom':
      return except('bytes')
    case 'null':
      return except('null')
    case 'lazy':
      return [undefined, 7n, new Date(0), new Map([['a', 1]]), bytes, Number.NaN]
    case 'unknown':
    case 'never':
      return []
    default:
      return except('undefined')
  }
}

/** A map, a date or an error is an object too: where no key is needed it is read as an empty one, which it then is. */
function wrongObjects({ shape = {} }: Definition): unknown[] {
  const needed = Object.entries(shape).filter(([, part]) => definitionOf(part).type !== 'optional')
  return needed.some(([name]) => name !== 'name') ? except('object') : except('object', 'exotic', 'bytes')
}

/** What a strict object says no to; a plain one leaves it out. */
const wrongKeys = ({ catchall, shape }: Definition): unknown[] =>
  catchall && definitionOf(catchall).type === 'never'
    ? [
        {
          ...(Object.fromEntries(Object.entries(shape!).map(([name, part]) => [name, rightValue(part)])) as object),
          多余: 1,
        },
      ]
    : []

function insideObject(shape: z.ZodType, { shape: parts = {} }: Definition, at: string): Wrong[] {
  const right = rightValue(shape, at) as Readonly<Record<string, unknown>>
  return Object.entries(parts).flatMap(([name, part]) => {
    const inside = wrongValues(part, `${at}.${name}`).map(({ at: place, value }) => ({
      at: place,
      value: { ...right, [name]: value },
    }))
    const { [name]: _left, ...without } = right
    const isNeeded = !['optional', 'unknown', 'undefined', 'void'].includes(definitionOf(part).type)
    return isNeeded ? [...inside, { at: `${at}.${name} (missing)`, value: without }] : inside
  })
}

const insideArray = ({ element, ...definition }: Definition, at: string): Wrong[] =>
  wrongValues(element!, `${at}.0`).map(({ at: place, value }) => ({
    at: place,
    value: [...Array.from({ length: Math.max(0, leastOf(definition) - 1) }, () => rightValue(element!)), value],
  }))

function tooMany(shape: z.ZodType, definition: Definition, at: string): unknown[] {
  const most = mostOf(definition)
  if (most === undefined || most > 500) return []
  const [one] = rightValue(shape, at) as unknown[]
  return [Array.from({ length: most + 1 }, () => one)]
}
