import fs from 'node:fs/promises'

/** The file is complete under its name, read back and compared, or not there at all. */
export async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const half = `${target}.part`
  try {
    await writeFlushed(half, bytes)
    if (!(await fs.readFile(half)).equals(bytes)) {
      throw Object.assign(new Error('the file reads back differently'), { code: 'READBACK' })
    }
    await fs.rename(half, target)
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
