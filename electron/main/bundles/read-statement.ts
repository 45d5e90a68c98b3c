import { bundleMark, bundleStatement } from '#shared/contracts/bundle-file'
import type { BundleProblem } from '#shared/contracts/bundle-problem'
import { err, ok, type Result } from '#shared/kernel/result'
import { bundleVersion, type BundleStatement } from '#shared/ledger/exchange/bundle-statement'

/** A statement has five levels; what is deeper was not written by us. */
const deepest = 16
const forbidden = ['__proto__', 'constructor', 'prototype']

/** `data/bundle.json`, of which nothing was believed yet. */
export function readStatement(bytes: Uint8Array, name: string): Result<BundleStatement, BundleProblem> {
  const fault = (where: string): Result<never, BundleProblem> => err({ kind: 'bundleStatement', name, where })
  const text = textOf(bytes)
  if (text === null) return fault('UTF-8')
  if (isTooDeep(text)) return fault('depth')
  const value = parsed(text)
  if (value === undefined) return fault('JSON')
  const mark = bundleMark.safeParse(value)
  if (!mark.success) return fault('format')
  if (mark.data.version > bundleVersion) return err({ kind: 'bundleNewer', version: mark.data.version })
  return readKnown(value, fault)
}

function readKnown(
  value: unknown,
  fault: (where: string) => Result<never, BundleProblem>,
): Result<BundleStatement, BundleProblem> {
  const read = bundleStatement.safeParse(value)
  if (!read.success) return fault(read.error.issues[0]?.path.join('.').slice(0, 200) ?? '')
  if (read.data.part > read.data.parts) return fault('part')
  return read.data.segments.some(({ from, to }) => to < from) ? fault('segments') : ok(read.data)
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Before it is parsed: brackets outside of texts. */
function isTooDeep(text: string): boolean {
  let depth = 0
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gsu)) {
    if (sign === '{' || sign === '[') depth++
    if (sign === '}' || sign === ']') depth--
    if (depth > deepest) return true
  }
  return false
}

/** Undefined where it is no JSON, or a name in it would reach into every object. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (forbidden.includes(key)) throw new Error('a name that is not ours')
      return value
    })
  } catch {
    return undefined
  }
}
