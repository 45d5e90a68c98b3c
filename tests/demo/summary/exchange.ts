/**
 * Run after everything has ended: node --import tsx exchange.ts USER_DATA OUTPUT OTHERS…. Prints the counts, writes
 * summary.json, and exits 1 with a sentence for everything that is missing or wrong.
 */
import fs from 'node:fs'
import path from 'node:path'
import { findingsOf } from './exchange-findings'
import { seeExchange } from './exchange-seen'

const [first, output, ...others] = process.argv.slice(2) as [string, string, ...string[]]
const seen = await seeExchange([first, ...others], output)
const findings = findingsOf(seen)
const { slip: _slip, ...facts } = seen
fs.writeFileSync(path.join(output, 'summary.json'), `${JSON.stringify({ ...facts, findings }, null, 2)}\n`)

const { first: near, beside, far, third, offices } = seen
const lines = [
  `四台电脑各写了 ${near.acts}、${beside.acts}、${third.acts}、${far.acts} 步，链条${[near, beside, third, far].every(one => one.isChained) ? '完整' : '断开'}`,
  ...offices.map(
    ({ officeId, machines, acts, open, conflicts }) =>
      `上级端有单位 ${officeId} 的 ${machines} 台电脑、${acts} 步；在办 ${open} 件，冲突 ${conflicts} 件`,
  ),
  `${seen.screenshots} 张截图`,
]
console.log(['', ...lines, ''].join('\n'))
for (const finding of findings) console.error(`summary: ${finding}`)
process.exit(findings.length === 0 ? 0 : 1)
