import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { err, ok } from '#shared/kernel/result'
import { ownDocumentMark } from '../own-marks'
import { ownFolders } from '../sources/attached-path'
import { copied } from './bag-folder'
import type { CatalogueRow, FolderWithFiles } from './catalogue-file'
import { beginHalf, isOwnDocuments, nameHalf, placeIn, takenBy } from './own-folder'

export interface FolderHeads {
  /** Columns that go into the head of each file. */
  readonly columns: readonly string[]
  /** The column that is its body. */
  readonly text: string
  /** The column that names the file. */
  readonly title: string
}

/**
 * The catalogue as a folder with a Markdown file for each document: its columns as front matter, its text as it stands below
 * it, its attachments in a folder beside. The folder has its name only when it is whole.
 */
export function documentFolder(target: string, heads: FolderHeads): FolderWithFiles {
  const half = beginHalf(target, isOwnDocuments)
  const hash = createHash('sha256')
  let count = 0
  /** Of the rows that were added last: attachments follow their rows. */
  let names: readonly string[] = []
  const write = (row: CatalogueRow): string => {
    const name = fileName(++count, row[heads.title] ?? '')
    const text = markdownOf(row, heads)
    fs.writeFileSync(path.join(half, name), text, { mode: 0o600, flush: true })
    hash.update(createHash('sha256').update(text).digest())
    return name
  }
  return {
    add: async rows => {
      names = rows.map(write)
    },
    attach: async (name, pieces, row) => {
      const folder = path.join(half, ownFolders(names[row]!)[0]!)
      const file = placeIn(folder, name)
      if (file === null) return 'outside'
      fs.mkdirSync(folder, { recursive: true })
      if (fs.existsSync(file)) return 'there'
      hash.update(Buffer.from(copied(file, pieces).digest, 'hex'))
      return 'added'
    },
    keep: async record => {
      const problem = takenBy(target, isOwnDocuments) ?? record(hash.digest('hex'))
      if (problem) return err(problem)
      nameHalf(target, isOwnDocuments)
      return ok([path.basename(target)])
    },
    drop: () => fs.rmSync(half, { recursive: true, force: true }),
  }
}

/** Texts in quotes as JSON has them: that is YAML, too, and no sign in them means anything else. */
function markdownOf(row: CatalogueRow, { columns, text }: FolderHeads): string {
  const cells = columns.filter(column => column !== text && row[column])
  const head = cells.map(column => `${JSON.stringify(column)}: ${JSON.stringify(row[column])}\n`).join('')
  return `---\n${ownDocumentMark}\n${head}---\n${row[text] ?? ''}`
}

const longestName = 60

/** A name that every system takes, and in the order of the catalogue. */
const fileName = (count: number, title: string): string => {
  const plain = [...title.replace(/[\u0000-\u001f<>:"|?*\\/\s.~]+/gu, ' ').trim()].slice(0, longestName).join('').trim()
  return `${String(count).padStart(6, '0')} ${plain}`.trim() + '.md'
}
