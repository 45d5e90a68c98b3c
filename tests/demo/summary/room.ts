/**
 * Run after the program has exited: node --import tsx room.ts USER_DATA OUTPUT. Prints the counts, writes summary.json, and
 * exits 1 with a sentence for everything that is missing or wrong.
 */
import fs from 'node:fs'
import path from 'node:path'
import { findingsOf } from './room-findings'
import { seeRoom } from './room-seen'

const [userData, output] = process.argv.slice(2) as [string, string]
const seen = await seeRoom(userData, output)
const findings = findingsOf(seen)
const { papers, ...facts } = seen
const summary = { ...facts, files: Object.keys(papers).sort(), findings }
fs.writeFileSync(path.join(output, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)

const { preview, visit, journal } = seen
const lines = [
  `文件夹 ${preview.files} 份：写入 ${preview.taken} 份，疑似重复 ${preview.double} 份，不能写入 ${preview.refused} 份；账本里 ${seen.catalogued} 份，有文号 ${seen.numbered} 份，有成文日期 ${seen.dated} 份`,
  ...seen.answered.map(({ words, title }) => `查“${words}”，用《${title}》答复`),
  `来访 ${seen.visits} 人：借 ${visit?.lent.length ?? 0} 件，还 ${visit?.back ?? 0} 件，复印 ${visit?.copiedPages ?? 0} 页，${visit?.isClosed ? '已离开' : '没有办离开'}`,
  `账本 ${journal.acts} 步，链条${journal.isChained ? '完整' : '断开'}；${summary.files.length} 份 PDF，${seen.screenshots} 张截图；查 ${seen.filesLookedAt} 个文件，证件号码明文 ${seen.traces.length} 处`,
]
console.log(['', ...lines, ''].join('\n'))
for (const finding of findings) console.error(`summary: ${finding}`)
process.exit(findings.length === 0 ? 0 : 1)
