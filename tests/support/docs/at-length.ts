import fs from 'node:fs'
import path from 'node:path'
import { livingTests } from './living-tests'

/** In the title of an end-to-end test that only the whole suite runs: docs/adr/0018-two-lengths-of-the-end-to-end-suite.md. */
export const markOfLength = '@at-length'

/** Titles of those tests of a file. */
export const atLengthIn = (file: string): readonly string[] =>
  [...livingTests(file)].filter(title => title.includes(markOfLength))

/** Every file below a folder that has such tests, by its place there (`visit/board.spec.ts`). */
export function filesAtLength(folder: string): ReadonlyMap<string, readonly string[]> {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.spec.ts'))
  const titles = files.map(file => [file.replaceAll('\\', '/'), atLengthIn(path.join(folder, file))] as const)
  return new Map(titles.filter(([, ofFile]) => ofFile.length > 0))
}
