import type { Json, PlainFact } from '#shared/ledger/act'

/** The same facts with `{ chars }` in place of the text of a document; the very same list where none has one. */
export function leaveTextsOut(facts: readonly PlainFact[]): readonly PlainFact[] {
  return facts.some(hasText) ? facts.map(withoutText) : facts
}

/** Whether one of these facts, as a bundle keeps them, brought a text. */
export const hasTextLeftOut = (facts: readonly PlainFact[]): boolean =>
  facts.some(({ type, open, personal }) => type.startsWith('document.') && [open, personal].some(isLeftOut))

const isLeftOut = (part: Json | undefined): boolean => {
  const words = isPart(part) ? part['words'] : undefined
  return isPart(words) && isPart(words['text'])
}

const hasText = ({ type, open, personal }: PlainFact): boolean =>
  type.startsWith('document.') && (textOf(open) !== undefined || textOf(personal) !== undefined)

function withoutText(fact: PlainFact): PlainFact {
  if (!hasText(fact)) return fact
  const { personal, ...rest } = fact
  const open = shortened(fact.open)
  return personal === undefined ? { ...rest, open } : { ...rest, open, personal: shortened(personal) }
}

type Part = { readonly [name: string]: Json }

function shortened(part: Json): Json {
  const text = textOf(part)
  if (text === undefined) return part
  const { words, ...rest } = part as Part
  return { ...rest, words: { ...(words as Part), text: { chars: text.length } } }
}

function textOf(part: Json | undefined): string | undefined {
  const words = isPart(part) ? part['words'] : undefined
  const text = isPart(words) ? words['text'] : undefined
  return typeof text === 'string' ? text : undefined
}

const isPart = (value: Json | undefined): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
