import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const configuration = path.join(root, '.oxlintrc.json')

interface Configuration {
  readonly overrides: readonly { readonly rules: Readonly<Record<string, unknown>> }[]
}

/** The three that ask for types are planted in walls.test.ts. */
const asksForTypes = ['no-floating-promises', 'no-misused-promises', 'switch-exhaustiveness-check']

/** Nine samples made neither this nor the rule of eslint-plugin-react-hooks speak: exhaustive-deps spoke first. */
const withoutSample = ['react/preserve-manual-memoization']

/** In a component of the window, where every rule holds. */
const samples: Readonly<Record<string, string>> = {
  complexity: `export const f = (a: number) => {\n${'  if (a > 1) a += 1\n'.repeat(15)}  return a\n}`,
  'max-lines': Array.from({ length: 401 }, (_, line) => `export const a${line} = 1`).join('\n'),
  'max-params': 'export const f = (a: number, b: number, c: number, d: number) => a + b + c + d',
  'no-array-constructor': 'export const a = new Array(1, 2)',
  'no-console': "console.log('x')",
  'no-empty': 'try {\n  close()\n} catch {}',
  'no-restricted-exports': 'export default function f() {}',
  'no-unused-expressions': 'a === 1',
  'no-unused-vars': 'const a = 1',
  'no-var': 'export var a = 1',
  'prefer-const': 'let a = 1\nexport { a }',
  'prefer-rest-params': 'export function f() {\n  return arguments\n}',
  'prefer-spread': 'export const a = f.apply(undefined, list)',
  'typescript/ban-ts-comment': '// @ts-ignore\nexport const a = 1',
  'typescript/consistent-type-imports': "import { Palette } from './palette'\nexport const a = (b: Palette) => b",
  'typescript/no-duplicate-enum-values': 'export enum E {\n  A = 1,\n  B = 1,\n}',
  'typescript/no-empty-object-type': 'export type A = {}',
  'typescript/no-explicit-any': 'export const f = (a: any) => a',
  'typescript/no-extra-non-null-assertion': 'export const a = b!!',
  'typescript/no-misused-new': 'export interface I {\n  new (): I\n}',
  'typescript/no-namespace': 'export namespace N {\n  export const a = 1\n}',
  'typescript/no-non-null-asserted-optional-chain': 'export const a = b?.c!',
  'typescript/no-require-imports': "export const a = require('node:fs')",
  'typescript/no-this-alias': 'export function f() {\n  const self = this\n  return self\n}',
  'typescript/no-unnecessary-type-constraint': 'export const f = <T extends unknown>(a: T) => a',
  'typescript/no-unsafe-declaration-merging': 'export interface C {}\nexport class C {}',
  'typescript/no-unsafe-function-type': 'export type F = Function',
  'typescript/no-wrapper-object-types': 'export type S = String',
  'typescript/prefer-as-const': "export const a: 'a' = 'a'",
  'typescript/prefer-namespace-keyword': 'module N {}\nexport {}',
  'typescript/triple-slash-reference': '/// <reference path="./other.d.ts" />\nexport {}',
  'react/error-boundaries': 'export function A() {\n  try {\n    return <B />\n  } catch {\n    return null\n  }\n}',
  'react/exhaustive-deps':
    'export function A({ a }: { a: number }) {\n  useEffect(() => told(a), [])\n  return null\n}',
  'react/globals': 'let last = 0\nexport function A() {\n  last = 1\n  return <b>{last}</b>\n}',
  'react/immutability': 'export function A() {\n  const [a] = useState({ b: 1 })\n  a.b = 2\n  return <b>{a.b}</b>\n}',
  'react/incompatible-library':
    "import { useReactTable } from '@tanstack/react-table'\nexport function A() {\n  const table = useReactTable({})\n  return <b>{table.name}</b>\n}",
  'react/purity': 'export function A() {\n  return <b>{Math.random()}</b>\n}',
  'react/refs': 'export function A() {\n  const ref = useRef(0)\n  return <b>{ref.current}</b>\n}',
  'react/rules-of-hooks':
    'export function A({ a }: { a: boolean }) {\n  if (a) useEffect(() => undefined, [])\n  return null\n}',
  'react/set-state-in-render':
    'export function A() {\n  const [a, setA] = useState(0)\n  setA(1)\n  return <b>{a}</b>\n}',
  'react/static-components': 'export function A() {\n  const Inner = () => <i />\n  return <Inner />\n}',
  'react/unsupported-syntax': "export function A() {\n  const a = eval('1')\n  return <b>{a}</b>\n}",
  'react/use-memo': 'export function A() {\n  const a = useMemo(async () => 1, [])\n  return <b>{a}</b>\n}',
}

test('each rule that oxlint holds refuses what is planted against it', { timeout: 60_000 }, () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lint-rules-'))
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }))
  const planted = path.join(folder, 'renderer/planted')
  fs.mkdirSync(planted, { recursive: true })
  fs.copyFileSync(configuration, path.join(folder, '.oxlintrc.json'))
  const nameOf = (rule: string) => `${rule.replace('/', '-')}.tsx`
  const hooks = "import { useEffect, useMemo, useRef, useState } from 'react'\n"
  for (const [rule, sample] of Object.entries(samples))
    fs.writeFileSync(path.join(planted, nameOf(rule)), `${sample.includes(' use') ? hooks : ''}${sample}\n`)

  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint')
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json'], { cwd: folder, encoding: 'utf8' })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string; severity: string }[] }
  const isRefused = (rule: string) =>
    diagnostics.some(
      ({ code, filename, severity }) =>
        severity === 'error' &&
        path.basename(filename) === nameOf(rule) &&
        code.endsWith(`(${rule.slice(rule.indexOf('/') + 1)})`),
    )

  const { overrides } = JSON.parse(fs.readFileSync(configuration, 'utf8')) as Configuration
  const rules = [...new Set(overrides.flatMap(each => Object.keys(each.rules)))]
  const here = rules.filter(rule => !withoutSample.includes(rule) && !asksForTypes.some(other => rule.endsWith(other)))
  console.log(`lint: ${here.filter(isRefused).length} of ${here.length} planted violations refused`)
  expect(here.filter(rule => !isRefused(rule))).toEqual([])
  expect(here.length).toBeGreaterThan(40)
})
