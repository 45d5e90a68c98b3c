import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** Lines that silence the compiler without saying on the same line why that is right. */
const unexplained = (text: string): string[] =>
  text.split('\n').filter(line => /\bas unknown as\b|\bas any\b/.test(line) && !/\/\/ \S+ \S+/.test(line))

const product = ['shared', 'electron', 'renderer', 'headquarters'].flatMap(folder =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => path.join(folder, name)),
)

test('a cast over unknown says on its line why it holds', () => {
  const casts = product.map(file => ({ file, lines: unexplained(fs.readFileSync(path.join(root, file), 'utf8')) }))
  console.log(`casts: ${product.length} files of the product read`)
  expect(product.length).toBeGreaterThan(0)
  expect(casts.filter(({ lines }) => lines.length > 0)).toEqual([])
})

test('the search finds a cast that is planted, and lets one pass that is explained', () => {
  expect(unexplained('const a = b as unknown as C\nconst d = e as any // no')).toHaveLength(2)
  expect(unexplained('const a = b as unknown as C // checked field by field above')).toEqual([])
})
