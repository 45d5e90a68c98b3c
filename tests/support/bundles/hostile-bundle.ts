export interface HostileBundle {
  readonly name: string
  /** What the reader must answer, as far as it is said here. */
  readonly problem: object
  /** Bytes of each part, or the path of a file that was made. */
  readonly parts: readonly (Buffer | string)[]
}

export const one = (name: string, problem: object, part: Buffer | string): HostileBundle => ({
  ...{ name, problem },
  parts: [part],
})

export const payload = Buffer.from('x')
export const mib = 1024 * 1024
