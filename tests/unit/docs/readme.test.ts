import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const english = fs.readFileSync(path.join(root, 'README.md'), 'utf8')
const chinese = fs.readFileSync(path.join(root, 'README.zh-CN.md'), 'utf8')

const headings = (text: string): number => text.split('\n').filter(line => line.startsWith('## ')).length
const listed = (text: string): number => text.split('\n').filter(line => line.startsWith('- ')).length
const commands = (text: string): string[] =>
  [...text.matchAll(/`(npm [^`]+|[A-Z_]{6,}|#?tests\/[^`]+)`/g)].map(([, code = '']) => code).sort()
const links = (text: string): string[] =>
  [...text.matchAll(/\]\(([^)]+)\)/g)]
    .map(([, to = '']) => to)
    .filter(to => !/^README|guide\//.test(to))
    .sort()

test('the two READMEs say the same: sections, points, commands and links', () => {
  expect(headings(chinese)).toBe(headings(english))
  expect(listed(chinese)).toBe(listed(english))
  expect(commands(chinese)).toEqual(commands(english))
  expect(links(chinese)).toEqual(links(english))
})

test.each(['README.md', 'README.zh-CN.md'])('the files that %s names are there', file => {
  const named = [...fs.readFileSync(path.join(root, file), 'utf8').matchAll(/`((?:tests|docs)\/[\w./-]+)`/g)]
  expect(named.length).toBeGreaterThan(2)
  for (const [, name = ''] of named) expect(fs.existsSync(path.join(root, name)), name).toBe(true)
})

test('a command or point that only one of them has is found', () => {
  expect(commands(`${english}\n\`npm run other\``)).not.toEqual(commands(english))
  expect(listed(`${english}\n- one more`)).not.toBe(listed(english))
})

test.each(['README.md', 'README.zh-CN.md', 'docs/README.md'])('what %s links to is there', file => {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  const local = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, to = '']) => to)
  expect(local.length).toBeGreaterThan(1)
  for (const to of local) expect(fs.existsSync(path.join(root, path.dirname(file), to)), to).toBe(true)
})

test('as long as no act destroys the key of a case, README and guide say that nobody can', () => {
  const sources = ['electron', 'shared', 'renderer'].flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file))
      .map(file => fs.readFileSync(path.join(root, folder, file), 'utf8')),
  )
  const isOffered = sources.some(source => source.includes('.destroyKey('))
  const said = {
    'README.md': /Not yet:[^.]*destroying personal data after its retention/,
    'README.zh-CN.md': /还不能办的：[^。]*保管期满后销毁个人信息/,
    'docs/guide/en/case.md': /Nobody can destroy personal data after its retention in the program yet/,
    'docs/guide/zh-CN/case.md': /保管期满后的销毁，现在任何岗位在程序里都还不能办/,
  }
  for (const [file, words] of Object.entries(said))
    expect(words.test(fs.readFileSync(path.join(root, file), 'utf8')), file).toBe(!isOffered)
})
