/** The machine died here: what was durable stays, everything else is gone. */
export class Crash extends Error {}

/** Burns down by one with every step of a machine; it dies in the step at which the fuse is out. */
export interface Fuse {
  light(steps: number): void
  burn(): void
  quench(): void
}

export function fuse(): Fuse {
  let left = Infinity
  return {
    light: steps => (left = steps),
    quench: () => (left = Infinity),
    burn: () => {
      if (left-- > 0) return
      left = Infinity
      throw new Crash('the machine died')
    },
  }
}
