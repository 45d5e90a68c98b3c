/** An answer that may lawfully be "no". Bugs throw; everything a clerk can meet comes back as a Problem. */
export type Result<T, P> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

export const err = <const P>(problem: P): Result<never, P> => ({ ok: false, problem })
