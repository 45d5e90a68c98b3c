import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build, type Rolldown } from 'vite'
import { afterAll, expect, test } from 'vitest'
import { firstAndLater } from '../../build/first-and-later'
import { deskOpener, firstFeatures, firstPageWithout } from '../../build/first-page-without'
import { openedAtOnce } from '../../build/opened-at-once'

const folders: string[] = []
afterAll(() => folders.forEach(folder => fs.rmSync(folder, { recursive: true, force: true })))

const features = {
  'renderer/features/today/index.ts': "import '../../ui/mark'\nconsole.log('the board')\n",
  'renderer/features/settings/index.ts': "import '../../ui/field'\nconsole.log('the settings')\n",
  'renderer/features/requests/index.ts': "import '../../ui/field'\nconsole.log('the table')\n",
  'renderer/i18n/en.ts': "import './en/lists'\nconsole.log('in English')\n",
  'renderer/i18n/en/lists.ts': "import '../message'\nconsole.log('a list in English')\n",
  'renderer/i18n/message.ts': "console.log('a sentence')\n",
  'renderer/ui/mark.ts': "import './circle'\nconsole.log('a mark')\n",
  'renderer/ui/circle.ts': "import './mark'\nconsole.log('a circle')\n",
  'renderer/ui/field.ts': "import './mark'\nconsole.log('a field')\n",
}

/** A window that is drawn by its opener; its entry only starts what can be done before. */
const opened = {
  'renderer/windows/desk/early.ts': "console.log('asked before')\n",
  'renderer/windows/desk/main.ts': "import './early'\nvoid import('./open-window')\n",
  'renderer/windows/desk/index.html': '<html><head><script type="module" src="./main.ts"></script></head></html>',
}

async function builtByOpener(openWindow: string): Promise<Rolldown.RolldownOutput> {
  const root = written({ ...features, ...opened, 'renderer/windows/desk/open-window.tsx': openWindow })
  return (await build({
    ...{ root: path.join(root, 'renderer/windows/desk'), configFile: false, logLevel: 'silent' },
    plugins: [firstPageWithout(firstFeatures, deskOpener), openedAtOnce(deskOpener)],
    build: {
      ...{ write: false, modulePreload: { polyfill: false } },
      rolldownOptions: { output: { codeSplitting: { groups: firstAndLater(deskOpener) } } },
    },
  })) as Rolldown.RolldownOutput
}

function written(files: Readonly<Record<string, string>>): string {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'first-page-'))
  folders.push(root)
  for (const [name, code] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    fs.writeFileSync(path.join(root, name), code)
  }
  return root
}

/** Builds a window of these features with the checks of the product; answers its scripts by their first names. */
async function built(
  main: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, string>>> {
  const root = written({ ...features, ...more, 'renderer/main.ts': main })
  const output = (await build({
    ...{ root, configFile: false, logLevel: 'silent', plugins: [firstPageWithout(firstFeatures)] },
    build: {
      ...{ write: false, modulePreload: { polyfill: false } },
      rolldownOptions: {
        input: { main: path.join(root, 'renderer/main.ts') },
        output: { codeSplitting: { groups: firstAndLater() } },
      },
    },
  })) as Rolldown.RolldownOutput
  const chunks = output.output.filter(each => each.type === 'chunk')
  return Object.fromEntries(chunks.map(({ name, code }) => [name, code]))
}

const todayAlone = `
  import './features/today'
  const later = () => [import('./features/settings'), import('./features/requests'), import('./i18n/en')]
  addEventListener('click', later)
`

test('desks that are asked for later leave the first page to Today, and what they have in common is one file', async () => {
  const files = await built(todayAlone)
  const first = Object.entries(files).find(([, code]) => code.includes('the board'))
  expect(first?.[1]).toContain('a mark')
  expect(first?.[1]).toContain('a circle')
  for (const later of ['the settings', 'the table', 'a field', 'in English', 'a list in English'])
    expect(first?.[1]).not.toContain(later)
  expect(files['desks']).toContain('a field')
  expect(Object.values(files).filter(code => code.includes('a field'))).toHaveLength(1)
})

test('English is one file that no desk brings along', async () => {
  const files = await built(`${todayAlone}\nimport './i18n/message'\n`)
  const english = Object.values(files).filter(code => code.includes('in English'))
  expect(english).toHaveLength(1)
  expect(english[0]).toContain('a list in English')
  expect(english[0]).not.toContain('a field')
  expect(files['desks']).not.toContain('in English')
})

const todayOpened = "import '../../features/today'\nimport './early'\n"

test('the page asks for what draws it together with its entry, which is not held up by it', async () => {
  const { output } = await builtByOpener(todayOpened)
  const chunks = output.filter(each => each.type === 'chunk')
  const entry = chunks.find(({ isEntry }) => isEntry)!
  const first = chunks.find(({ code }) => code.includes('the board'))!
  expect(first).not.toBe(entry)
  expect(entry.code).toContain('asked before')
  expect(entry.imports).not.toContain(first.fileName)
  const html = output.find(({ fileName }) => fileName === 'index.html')
  const page = html?.type === 'asset' ? String(html.source) : ''
  for (const file of [first.fileName, ...first.imports].filter(name => name !== entry.fileName))
    expect(page).toMatch(new RegExp(`rel="modulepreload"[^>]*href="/${file}"`))
})

test('planted: an opener that brings a later desk along, or is not there, stops the build', async () => {
  await expect(builtByOpener(`${todayOpened}import '../../features/requests'\n`)).rejects.toThrow(
    /first page carries 1 modules of later desks, of papers or of English, such as .*features\/requests\//,
  )
  const moved = { ...opened, 'renderer/windows/desk/main.ts': "import './early'\n" }
  const root = written({ ...features, ...moved })
  const building = build({
    ...{ root: path.join(root, 'renderer/windows/desk'), configFile: false, logLevel: 'silent' },
    ...{ plugins: [firstPageWithout(firstFeatures, deskOpener)], build: { write: false } },
  })
  await expect(building).rejects.toThrow(/nothing opens the page/)
})

test('planted: a first page in both languages stops the build', async () => {
  await expect(built(`${todayAlone}\nimport './i18n/en'\n`)).rejects.toThrow(
    /first page carries 2 modules of later desks, of papers or of English, such as .*i18n\/en/,
  )
})

test('planted: a library of papers behind one constant stops the build', async () => {
  const paper = "import './paper'\nexport const order = 1\n"
  const files = {
    'node_modules/pdf-lib/index.js': "console.log('a library')\n",
    'renderer/ui/paper.ts': "import 'pdf-lib'\n",
  }
  await expect(
    built(`${todayAlone}\nimport './ui/order'\n`, { ...files, 'renderer/ui/order.ts': paper }),
  ).rejects.toThrow(
    /first page carries 1 modules of later desks, of papers or of English, such as .*node_modules\/pdf-lib\//,
  )
})

test.each(['settings', 'requests'])('planted: Today that brings %s along stops the build', async feature => {
  await expect(built(`${todayAlone}\nimport './features/${feature}'\n`)).rejects.toThrow(
    new RegExp(`first page carries 1 modules of later desks, of papers or of English, such as .*features/${feature}/`),
  )
})

test('the table, the settings and the import are no part of the first page, and the product is built by that rule', () => {
  for (const late of ['requests', 'settings', 'import', 'reception', 'replies', 'people', 'hands', 'catalogue'])
    expect(firstFeatures).not.toContain(late)
  const recipe = fs.readFileSync(path.resolve(import.meta.dirname, '../../build/build.ts'), 'utf8')
  expect(recipe).toMatch(/outDir: 'out\/renderer\/desk', firstFeatures \}/)
  expect(recipe).toContain('opener: deskOpener')
})
