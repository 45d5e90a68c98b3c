import fs from 'node:fs'
import path from 'node:path'

const largest = 1 << 20

/**
 * Local log for support: time, where, and the stack of a bug, a line for each. Callers pass ids and kinds, never names, numbers or text
 * of documents; the message of an error is dropped, because it may quote what was typed.
 */
export function openLog(folder: string): (where: string, cause: unknown) => void {
  const file = path.join(folder, 'records-desk.log')
  return (where, cause) => {
    try {
      fs.mkdirSync(folder, { recursive: true })
      if (fs.existsSync(file) && fs.statSync(file).size > largest) fs.renameSync(file, `${file}.1`)
      fs.appendFileSync(file, `${new Date().toISOString()} ${oneLine(where)} ${describe(cause)}\n`)
    } catch {
      // A log that cannot be written must not stop the counter.
    }
  }
}

const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ')

/** One line whatever is thrown, and of an error only what the program itself wrote: its name, its code and where it arose. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return isWord(cause) ? cause : 'something that is no error'
  const code = 'code' in cause && isWord(cause.code) ? ` ${cause.code}` : ''
  return `${isWord(cause.name) ? cause.name : 'Error'}${code}${framesOf(cause)}`
}

const isWord = (value: unknown): value is string => typeof value === 'string' && /^[A-Za-z][\w.:-]{0,79}$/.test(value)

/** A message may look like a stack; what it says is cut out, and a frame ends with a line and a column of a script. */
function framesOf({ stack = '', message }: Error): string {
  const lines = (message === '' ? stack : stack.split(message).join('')).split(/[\r\n\u0085\u2028\u2029]+/u)
  const frames = lines.filter(line =>
    /^\s*at [\w.<>[\] ]*\(?(?:file:|node:|[A-Za-z]:\\|\/)[^()\s]*:\d+:\d+\)?$/u.test(line),
  )
  return frames.map(line => ` ${line.trim()}`).join('')
}
