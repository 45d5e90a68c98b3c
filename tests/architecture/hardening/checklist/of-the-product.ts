import fs from 'node:fs'
import path from 'node:path'
import { hardeningRules } from '../hardening-rules'
import { unallowedHits } from '../read-sources'

const root = path.resolve(import.meta.dirname, '../../../..')

export const read = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8')

/** Where a rule is broken and no exception stands in it. */
export function hitsOf(name: string): readonly string[] {
  if (!hardeningRules.some(rule => rule.name === name)) throw new Error(`no such rule: ${name}`)
  return unallowedHits()
    .filter(({ rule }) => rule === name)
    .map(({ file, line }) => `${file}:${line}`)
}
