import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { antdUnderStrictCsp } from '../../../build/antd-under-strict-csp'

const DYNAMIC_CSS = '/node_modules/@rc-component/util/es/Dom/dynamicCSS.js'

test('writes styles as text with the nonce of the page', async () => {
  const code = await readFile(new URL(`../../..${DYNAMIC_CSS}`, import.meta.url), 'utf8')
  const patched = transform(code, DYNAMIC_CSS)
  expect(patched).not.toContain('innerHTML')
  expect(patched).toContain('meta[property=csp-nonce]')
})

test('fails the build when a patched line moved', () => {
  expect(() => transform('export const injectCSS = 1', DYNAMIC_CSS)).toThrow(/antd moved/)
})

test('fails the build when a new version of antd brings a sink of its own', () => {
  expect(() => transform("node.innerHTML = '<i>'", '/node_modules/antd/es/tour/index.js')).toThrow(/not patched/)
})

test('leaves other code alone', () => {
  expect(transform('node.innerHTML = x', '/renderer/ui/own.ts')).toBeNull()
})

function transform(code: string, id: string): string | null {
  const { transform: run } = antdUnderStrictCsp() as unknown as {
    transform: (this: { error: (text: string) => never }, code: string, id: string) => { code: string } | null
  }
  const fail = (text: string): never => {
    throw new Error(text)
  }
  return run.call({ error: fail }, code, id)?.code ?? null
}
