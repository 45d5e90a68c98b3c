declare const brand: unique symbol

/** A string or number that only one function may make, so that a printed number is never taken for an id. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
