import fs from 'node:fs/promises'
import type { Problem } from '#shared/contracts/problems'

/**
 * A file that is complete under its name, or not there at all: written aside, flushed, read back, renamed. `record` is called when it
 * is whole and has no name yet; where it may not be recorded, that is the answer and nothing is left.
 */
export async function writeWhole(
  target: string,
  bytes: Uint8Array,
  record: () => Problem | null = () => null,
): Promise<Problem | null> {
  const half = `${target}.part`
  try {
    await writeFlushed(half, bytes)
    if (!(await fs.readFile(half)).equals(bytes)) {
      throw Object.assign(new Error('the file reads back differently'), { code: 'READBACK' })
    }
    const problem = record()
    await (problem ? fs.rm(half, { force: true }) : fs.rename(half, target))
    return problem
  } catch (cause) {
    await fs.rm(half, { force: true }).catch(() => undefined) // half a letter holds a whole name
    throw cause
  }
}

async function writeFlushed(name: string, bytes: Uint8Array): Promise<void> {
  const file = await fs.open(name, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
