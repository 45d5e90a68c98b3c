import { z } from './zod'

/** How far something is that takes a while: so many of so many, and for how long as far as it can be told. */
export const howFar = z.object({
  done: z.number().int().nonnegative(),
  of: z.number().int().nonnegative(),
  remainingSeconds: z.number().nullable(),
})
export type HowFar = Readonly<z.infer<typeof howFar>>
