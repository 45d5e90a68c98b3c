/** Thrown inside a search that nobody waits for any more, and caught where it was begun. */
export class Superseded extends Error {}

/** Asked before every read: whether the answer is still wanted. */
export type StillWanted = () => boolean

export const checkerOf = (isWanted: StillWanted) => (): void => {
  if (!isWanted()) throw new Superseded()
}
