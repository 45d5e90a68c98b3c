import { z } from './zod'

/** Pieces that the shapes of facts are made of. */
export const civilDate = z.iso.date()
export const text = (longest: number) => z.string().min(1).max(longest)
/** What a letter may have left out. */
export const textOrNone = (longest: number) => z.string().max(longest)
/** Of a fact without a personal part. */
export const nothing = z.undefined()

export const shape = <O extends z.ZodType, P extends z.ZodType>(open: O, personal: P) => ({ open, personal })

/** The act of a chain whose conflict a person has looked at. */
export const settledConflict = z.strictObject({
  chain: z.string().regex(/^[0-9a-f]{32}$/),
  seq: z.number().int().min(1),
})
