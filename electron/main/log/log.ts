import fs from 'node:fs'
import path from 'node:path'

const largest = 1 << 20

/**
 * Local log for support: time, where, and the stack of a bug. Callers pass ids and kinds, never names, numbers or text
 * of documents; the message of an error is dropped, because it may quote what was typed.
 */
export function openLog(folder: string): (where: string, cause: unknown) => void {
  const file = path.join(folder, 'records-desk.log')
  return (where, cause) => {
    try {
      fs.mkdirSync(folder, { recursive: true })
      if (fs.existsSync(file) && fs.statSync(file).size > largest) fs.renameSync(file, `${file}.1`)
      fs.appendFileSync(file, `${new Date().toISOString()} ${where} ${describe(cause)}\n`)
    } catch {
      // A log that cannot be written must not stop the counter.
    }
  }
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const frames = (cause.stack ?? '').split('\n').filter(line => line.trimStart().startsWith('at '))
  return `${cause.name}${'code' in cause ? ` ${String(cause.code)}` : ''}\n${frames.join('\n')}`
}
