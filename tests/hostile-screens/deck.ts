import type { z } from 'zod'
import { everyNaughtyString } from '../support/hostile/naughty-strings'
import { everyOfficeString } from '../support/hostile/office-strings'

/** One place for a text in one kind of record. */
export interface TextField {
  readonly at: string
  readonly leaf: z.ZodType
}

/** Which text stands in which field of which record. Record 0 holds a mark of its own in every field, which says what a screen shows. */
export class Deck {
  readonly fields = new Map<string, TextField & { readonly mark: string }>()
  readonly #texts: readonly string[]
  readonly #placed = new Set<string>()

  constructor(howMany: number) {
    this.#texts = textsEvenly(howMany)
  }

  get texts(): readonly string[] {
    return this.#texts
  }

  /** Records beside the one of marks: then every field has had every text that it takes. */
  get records(): number {
    return this.#texts.length
  }

  /** Texts that stand in a record now. */
  get placed(): number {
    return this.#placed.size
  }

  textFor(field: TextField, record: number): string {
    const known = this.fields.get(field.at) ?? { ...field, mark: `格${this.fields.size}字` }
    this.fields.set(field.at, known)
    if (record === 0) return known.mark
    const start = record - 1 + [...this.fields.keys()].indexOf(field.at) * stride
    for (let step = 0; step < this.#texts.length; step++) {
      const text = this.#texts[(start + step) % this.#texts.length]!
      if (takes(field.leaf, text)) return (this.#placed.add(text), text)
    }
    throw new Error(`${field.at} takes no text of the deck`)
  }
}

/** Whether a field is for words at all: one for a code or a day takes few of them. */
export const isForWords = (leaf: z.ZodType): boolean => sample.every(text => takes(leaf, text))

const takes = (leaf: z.ZodType, text: string): boolean => {
  const read = leaf.safeParse(text)
  return read.success && read.data === text
}

/** Neighbours in a record are of other kinds. */
const stride = 101
const sample = ['格100字', '<b>', '=1+1', '张😀'] as const

function textsEvenly(howMany: number): readonly string[] {
  const all = [...everyNaughtyString(), ...everyOfficeString()]
  if (howMany >= all.length) return all
  return Array.from({ length: howMany }, (_none, at) => all[Math.floor((at * all.length) / howMany)]!)
}
