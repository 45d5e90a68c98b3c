import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ESLint } from 'eslint'
import { expect, onTestFinished, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

const violations: readonly (readonly [wall: string, place: string, code: string, rule: string])[] = [
  [
    'the law must not know Electron',
    'shared/domain/planted.ts',
    "import { app } from 'electron'\nexport const a = app\n",
    'boundaries/dependencies',
  ],
  [
    'the law must not know Node',
    'shared/domain/planted-node.ts',
    "import fs from 'node:fs'\nexport const a = fs\n",
    'boundaries/dependencies',
  ],
  [
    'the law must not know its callers',
    'shared/domain/planted-up.ts',
    "import { registerRequest } from '../application/reception/register-request'\nexport const a = registerRequest\n",
    'boundaries/dependencies',
  ],
  [
    'only letters know pdf-lib',
    'shared/application/planted.ts',
    "import { PDFDocument } from 'pdf-lib'\nexport const a = PDFDocument\n",
    'boundaries/dependencies',
  ],
  [
    'main leaves the law to the authority',
    'electron/main/ledger/planted.ts',
    "import { foldRequest } from '#shared/domain/requests/request'\nexport const a = foldRequest\n",
    'boundaries/dependencies',
  ],
  [
    'a preload holds allow-lists only',
    'electron/preload/planted.ts',
    "import fs from 'node:fs'\nexport const a = fs\n",
    'boundaries/dependencies',
  ],
  [
    'features do not import each other',
    'renderer/features/today/planted.ts',
    "import { SignInScreen } from '../sign-in'\nexport const a = SignInScreen\n",
    'boundaries/dependencies',
  ],
  [
    'parts of a case belong to no feature',
    'renderer/case-parts/planted.ts',
    "import { SignInScreen } from '../features/sign-in'\nexport const a = SignInScreen\n",
    'boundaries/dependencies',
  ],
  [
    'features do not know Dexie',
    'renderer/features/today/planted-dexie.ts',
    "import Dexie from 'dexie'\nexport const a = Dexie\n",
    'boundaries/dependencies',
  ],
  [
    'the search index knows nothing of who asks',
    'renderer/search/planted.ts',
    "import { SignInScreen } from '../features/sign-in'\nexport const a = SignInScreen\n",
    'boundaries/dependencies',
  ],
  [
    'the search index has a store of its own',
    'renderer/search/planted-dexie.ts',
    "import Dexie from 'dexie'\nexport const a = Dexie\n",
    'boundaries/dependencies',
  ],
  [
    'headquarters does not know Electron',
    'headquarters/server/planted.ts',
    "import { app } from 'electron'\nexport const a = app\n",
    'boundaries/dependencies',
  ],
  [
    'headquarters does not know the machine at the counter',
    'headquarters/store/planted-main.ts',
    "import { Ledger } from '../../electron/main/ledger/ledger'\nexport const a = Ledger\n",
    'boundaries/dependencies',
  ],
  [
    'headquarters does not know the screens',
    'headquarters/server/planted-screen.ts',
    "import { SignInScreen } from '../../renderer/features/sign-in'\nexport const a = SignInScreen\n",
    'boundaries/dependencies',
  ],
  [
    'the console knows headquarters by its contract only',
    'headquarters/console/planted.ts',
    "import { addOffice } from '../store/offices'\nexport const a = addOffice\n",
    'boundaries/dependencies',
  ],
  [
    'only the store knows the database',
    'headquarters/server/planted-pg.ts',
    "import pg from 'pg'\nexport const a = pg\n",
    'boundaries/dependencies',
  ],
  [
    'the law has no clock',
    'shared/domain/planted-clock.ts',
    'export const now = () => Date.now()\n',
    'no-restricted-syntax',
  ],
  [
    'the law does not ask what day it is',
    'shared/ledger/planted-clock.ts',
    'export const now = () => new Date()\n',
    'no-restricted-syntax',
  ],
  [
    'the law throws no dice',
    'shared/letters/planted-dice.ts',
    'export const dice = () => Math.random()\n',
    'no-restricted-syntax',
  ],
  [
    'keys are listened to as soon as their page is there',
    'renderer/ui/acts/planted.ts',
    "import { useEffect } from 'react'\nexport const useA = () => useEffect(() => window.addEventListener('keydown', print))\n",
    'no-restricted-syntax',
  ],
  [
    'the demo runs nothing in the page',
    'tests/demo/visit/planted.ts',
    "import type { Page } from '@playwright/test'\nexport const a = (page: Page) => page.evaluate(() => 1)\n",
    'no-restricted-syntax',
  ],
  [
    'the demo has no mouse',
    'tests/demo/visit/planted-mouse.ts',
    "import type { Page } from '@playwright/test'\nexport const a = (page: Page) => page.mouse.move(1, 1)\n",
    'no-restricted-syntax',
  ],
  [
    'the demo does not know the product',
    'tests/demo/visit/planted-product.ts',
    "import { foldRequest } from '#shared/domain/requests/request'\nexport const a = foldRequest\n",
    'no-restricted-imports',
  ],
  [
    'the demo has no way to main but the screen',
    'tests/demo/visit/planted-ipc.ts',
    "import { ipcRenderer } from 'electron'\nexport const a = ipcRenderer\n",
    'no-restricted-imports',
  ],
  [
    'only the summary reads the journal',
    'tests/demo/planted-journal.ts',
    "import { readOffice } from '../support/journal/read-office'\nexport const a = readOffice\n",
    'no-restricted-imports',
  ],
]

test('each wall refuses what is planted against it', { timeout: 120_000 }, async () => {
  const eslint = new ESLint({ cwd: root })
  // As if it stood there: a file that really does would be met by whoever else reads the tree at this moment.
  const refused = await Promise.all(
    violations.map(async ([wall, place, code, rule]) => {
      const [found] = await eslint.lintText(code, { filePath: path.join(root, place) })
      return { wall, refused: found?.messages.some(message => message.ruleId === rule) ?? false }
    }),
  )
  console.log(`walls: ${refused.filter(one => one.refused).length} of ${refused.length} planted violations refused`)
  expect(refused).toEqual(violations.map(([wall]) => ({ wall, refused: true })))
})

test('shared code compiles without the types of any environment', { timeout: 60_000 }, () => {
  fs.mkdirSync(path.join(root, '.cache'), { recursive: true })
  const folder = fs.mkdtempSync(path.join(root, '.cache/planted-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  const [file, project] = [path.join(folder, 'planted-dom.ts'), path.join(folder, 'tsconfig.json')]
  fs.writeFileSync(file, 'export const width = () => document.title + process.version\n')
  const extended = path.join(root, 'shared/tsconfig.json')
  fs.writeFileSync(project, JSON.stringify({ extends: extended, include: [], files: [file] }))
  const tsc = path.join(root, 'node_modules/typescript-7/bin/tsc')
  const options = ['--composite', 'false', '--emitDeclarationOnly', 'false', '--declaration', 'false', '--noEmit']
  const compiled = spawnSync(process.execPath, [tsc, '-p', project, ...options], { encoding: 'utf8', cwd: root })
  expect(compiled.status).not.toBe(0)
  expect(compiled.stdout).toMatch(/'document'/)
  expect(compiled.stdout).toMatch(/'process'/)
})

const unawaited: readonly (readonly [fault: string, code: string, rule: string])[] = [
  ['a promise that nobody waits for', 'export const a = () => {\n  save()\n}\n', 'no-floating-promises'],
  ['a promise taken for an answer', "export const a = () => (save() ? 'kept' : 'lost')\n", 'no-misused-promises'],
  [
    'a kind that was forgotten',
    "export const a = (kind: 'kept' | 'lost') => {\n  switch (kind) {\n    case 'kept':\n      return 1\n  }\n  return 2\n}\n",
    'switch-exhaustiveness-check',
  ],
]

test('the rules that ask for types refuse what is planted against them', { timeout: 60_000 }, () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'planted-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }')
  for (const [index, [, code]] of unawaited.entries())
    fs.writeFileSync(path.join(folder, `planted-${index}.ts`), `${code}export const save = async () => true\n`)
  fs.writeFileSync(
    path.join(folder, 'good.ts'),
    'export const save = async () => true\nexport const a = () => void save()\n',
  )
  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint')
  const config = path.join(root, '.oxlintrc.json')
  const judged = spawnSync(process.execPath, [oxlint, '--type-aware', '-c', config, '--format', 'json', folder], {
    encoding: 'utf8',
    cwd: root,
  })
  const { diagnostics } = JSON.parse(judged.stdout) as { diagnostics: readonly { code: string; filename: string }[] }
  const found = diagnostics.map(({ code, filename }) => `${path.basename(filename)} ${code}`).sort()
  expect(found).toEqual(unawaited.map(([, , rule], index) => `planted-${index}.ts typescript(${rule})`))
  expect(judged.status).toBe(1)
})
