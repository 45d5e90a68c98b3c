import fs from 'node:fs'
import ts from 'typescript'

/** Titles of the tests and groups that a file runs, as they stand in its source; those that are skipped, or under a condition, are not alive. */
export function livingTests(file: string): ReadonlySet<string> {
  const known = read.get(file) ?? titlesIn(file)
  read.set(file, known)
  return known
}

const read = new Map<string, ReadonlySet<string>>()

function titlesIn(file: string): ReadonlySet<string> {
  const source = ts.createSourceFile(
    file,
    fs.readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  )
  const titles = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (isConditional(node)) return
    if (ts.isCallExpression(node)) {
      const [title] = node.arguments
      const called = node.expression.getText(source)
      if (/^(?:test|it|describe)\b/.test(called)) {
        if (/\.(?:skip|skipIf|runIf|todo|fails|only)\b/.test(called)) return // nor is what stands in such a group
        if (title && said(title)) titles.add(said(title))
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return titles
}

/** Whether it runs is not said by the source. */
const isConditional = (node: ts.Node): boolean =>
  ts.isIfStatement(node) ||
  ts.isConditionalExpression(node) ||
  (ts.isBinaryExpression(node) && /^(?:&&|\|\||\?\?)$/.test(node.operatorToken.getText()))

const said = (title: ts.Expression): string => {
  if (ts.isStringLiteralLike(title)) return title.text
  return ts.isTemplateExpression(title) ? title.getText().slice(1, -1) : ''
}

export interface Row {
  readonly claim: string
  /** As they are named: file and title. */
  readonly tests: readonly { readonly file: string; readonly title: string }[]
  readonly cells: readonly string[]
}

/** Rows of every table of a page whose head has a cell `test` or `check`. */
export function claimRows(markdown: string): Row[] {
  const rows: Row[] = []
  let at = -1
  for (const line of markdown.split('\n')) {
    const cells = line.startsWith('|')
      ? line
          .split(/(?<!\\)\|/)
          .slice(1, -1)
          .map(cell => cell.trim())
      : []
    if (cells.length === 0) at = -1
    else if (at < 0) at = cells.findIndex(cell => cell === 'test' || cell === 'check')
    else if (!/^:?-+:?$/.test(cells[0]!)) rows.push({ claim: cells[0]!, tests: testsIn(cells[at] ?? ''), cells })
  }
  return rows
}

const testsIn = (cell: string): Row['tests'] =>
  cell.split('<br>').map(one => {
    const [, file = '', title = ''] = /^`([^`]+)` › (.+)$/.exec(one.trim()) ?? []
    return { file, title: title.replaceAll('\\|', '|').replace(/^`(.*)`$/, '$1') }
  })
