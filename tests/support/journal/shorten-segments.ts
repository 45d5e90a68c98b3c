import fs from 'node:fs'
import path from 'node:path'

const block = 64 << 10

/**
 * Cuts off the zeros that every segment below a folder keeps for acts to come: copied and read a thousand times, they are most
 * of the work. A journal writes over the end of such a file as it writes over zeros.
 */
export function shortenSegments(folder: string): void {
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.seg')) continue
    const file = path.join(folder, name)
    const bytes = fs.readFileSync(file)
    let end = bytes.length
    while (end > block && bytes.subarray(end - block, end).every(byte => byte === 0)) end -= block
    fs.truncateSync(file, end)
  }
}
