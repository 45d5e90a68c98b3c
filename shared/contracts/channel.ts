import type { z } from './zod'
import type { Problem } from './problems'

/** One call of the shell: what goes in and what comes out, checked at run time on both sides. */
export interface Channel<In extends z.ZodType, Out extends z.ZodType> {
  readonly input: In
  readonly output: Out
}

export const channel = <In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out): Channel<In, Out> => ({
  input,
  output,
})

export type Channels = Readonly<Record<string, Channel<z.ZodType, z.ZodType>>>

/** What crosses the bridge. Errors cross as data, because Electron keeps only the message of a thrown one. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** Main's side: one handler a channel. A missing or mis-shaped one does not compile. */
export type Handlers<C extends Channels> = {
  readonly [Name in keyof C]: (input: z.output<C[Name]['input']>) => Promise<Reply<z.input<C[Name]['output']>>>
}

/** The renderer's side of the same channels. */
export type Shell<C extends Channels> = {
  readonly [Name in keyof C]: (input: z.input<C[Name]['input']>) => Promise<Reply<z.output<C[Name]['output']>>>
}
