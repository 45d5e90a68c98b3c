import fs from 'node:fs'
import path from 'node:path'

/** What the build left, by its place in `out/`. */
export interface BuiltProgram {
  readonly folder: string
  readonly preload: string
  /** Pages of the clerk's window. */
  readonly deskPages: string
  /** Tables of Chinese character codes for pdf.js, which the page uses too. */
  readonly cMaps: string
  /** Programs of two threads, read when one of them starts. */
  readonly checkThread: () => string
  readonly readerThread: () => string
}

export function builtProgram(folder: string): BuiltProgram {
  const deskPages = path.join(folder, 'renderer', 'desk')
  const textOf = (thread: string) => () => fs.readFileSync(path.join(folder, thread, `${thread}.cjs`), 'utf8')
  return {
    ...{ folder, deskPages },
    preload: path.join(folder, 'preload', 'desk-preload.cjs'),
    cMaps: `${path.join(deskPages, 'pdf-decoders')}/`,
    checkThread: textOf('check-thread'),
    readerThread: textOf('reader-thread'),
  }
}
