import type { z } from 'zod'
import { definitionOf } from '../support/hostile/shape-values'
import { isForWords, type TextField } from './deck'

type Give = (field: TextField) => string

/** The same value with another text in every field that is for words. */
export function fillShape(
  shape: z.ZodType,
  value: unknown,
  parts: { readonly at: string; readonly give: Give },
): unknown {
  if (value === undefined || value === null) return value
  const { at, give } = parts
  const definition = definitionOf(shape)
  const inside = (inner: z.ZodType, held: unknown, name: string | number): unknown =>
    fillShape(inner, held, { at: `${at}.${name}`, give })
  switch (definition.type) {
    case 'string':
      return isForWords(shape) && !given.test(at)
        ? give({ at, leaf: needed.test(at) ? notBlank(shape) : shape })
        : value
    case 'optional':
    case 'nullable':
      return fillShape(definition.innerType!, value, parts)
    case 'array':
      return (value as readonly unknown[]).map((one, nth) => inside(definition.element!, one, nth))
    case 'object':
      return Object.fromEntries(
        Object.entries(value).map(([name, held]) => [name, inside(definition.shape![name]!, held, name)]),
      )
    default:
      return value
  }
}

/** What the program gives and nobody types: main writes no other. */
const given = /\.(?:requestNo|letterNo|certificateNo|queryCode|publicKey|serial|lawPack|wording|lines\.\d+)$/

/** What the law asks for, so that nothing stands where it is blank: the purpose for which somebody wants closed archives. */
const needed = /^visit, archives.*\.(?:seeks|purpose)$/
const notBlank = (shape: z.ZodType): z.ZodType =>
  shape.refine(value => typeof value === 'string' && value.trim() !== '')
