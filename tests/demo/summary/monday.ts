/**
 * Run after the program has exited: node --import tsx monday.ts USER_DATA OUTPUT. Prints a line a letter and the counts,
 * writes summary.json, and exits 1 with a sentence for everything that is missing or wrong.
 */
import fs from 'node:fs'
import path from 'node:path'
import { expected, fileOf, otherPapers } from '../monday/expected'
import { visitors } from '../monday/visitors'
import { findingsOf, kinds } from './monday-findings'
import { seeMonday, type MondaySeen } from './monday-seen'

const [userData, output] = process.argv.slice(2) as [string, string]
const seen = await seeMonday(userData, output)
const mostlyShown = 60 // a screenshot of each step
const findings = [
  ...findingsOf(seen),
  ...(seen.screenshots < mostlyShown ? [`only ${seen.screenshots} screenshots`] : []),
]

const { papers, ...facts } = seen
const files = Object.keys(papers).sort()
fs.writeFileSync(path.join(output, 'summary.json'), `${JSON.stringify({ ...facts, files, findings }, null, 2)}\n`)
console.log(['', ...table(seen), '', ...counts(seen), ''].join('\n'))
for (const finding of findings) console.error(`summary: ${finding}`)
process.exit(findings.length === 0 ? 0 : 1)

function table({ letters, papers: saved }: MondaySeen): string[] {
  const head = ['来件', '登记号', '申请人', '文书', '文号', '收到', '期限', '送达', '材料']
  const rows = kinds.map(kind => {
    const letter = letters[kind]
    const wanted = ['letter', 'receipt', ...Object.keys(otherPapers[kind])]
    const there = wanted.filter(paper => saved[fileOf(kind, paper)] !== undefined)
    return [
      ...[kind, letter?.requestNo ?? '缺', visitors[kind].name, `${expected[kind].letter} ${letter?.decision ?? '缺'}`],
      ...[letter?.letterNo ?? '缺', letter?.receivedOn ?? '', letter?.dueOn ?? ''],
      ...[`${letter?.servedOn ?? '缺'} ${letter?.servedWay ?? ''}`, `${there.length}/${wanted.length}`],
    ]
  })
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => width(row[column]!))))
  return [head, ...rows].map(row => row.map((cell, column) => padded(cell, widths[column]!)).join('  '))
}

function counts(day: MondaySeen): string[] {
  return [
    `旧登记簿转入 ${day.carriedIn} 件，窗口登记 ${day.requests - day.carriedIn} 件，在办 ${day.open} 件；到期日与旧簿不同 ${day.otherDueOn.length} 件`,
    `午间交出 ${day.lent} 件，收回 ${day.takenBack} 件；账本 ${day.journal.acts} 步，链条${day.journal.isChained ? '完整' : '断开'}`,
    `${Object.keys(day.papers).length} 份 PDF，${day.screenshots} 张截图；查 ${day.idNumbersLookedFor} 个证件号码，磁盘上明文 ${day.traces.length} 处`,
  ]
}

/** Chinese characters are two columns wide in a terminal. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 2 : 1), 0)
}

function padded(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)))
}
