import fs from 'node:fs'
import path from 'node:path'
import { markdownOf, ownDocuments } from './documents'

export interface WrittenFolder {
  readonly folder: string
  /** Markdown files in it, below too. */
  readonly files: number
}

/**
 * Makes `folder` what is imported: a copy of `input` where one is given, and beside it the story's own documents, one of
 * them twice as a colleague's copy. The input itself is only read.
 */
export function writeFolder(folder: string, input?: string): WrittenFolder {
  if (input !== undefined) fs.cpSync(input, folder, { recursive: true, filter: isFolderOrMarkdown })
  const own = path.join(folder, '云溪县')
  fs.mkdirSync(own, { recursive: true })
  for (const [at, document] of ownDocuments.entries()) {
    const name = `${String(at + 1).padStart(2, '0')} ${document.title}.md`
    fs.writeFileSync(path.join(own, name), markdownOf(document))
  }
  fs.writeFileSync(path.join(own, '农贸市场（副本）.md'), markdownOf(ownDocuments[3]))
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return { folder, files: names.filter(name => name.endsWith('.md')).length }
}

const isFolderOrMarkdown = (from: string): boolean =>
  fs.statSync(from).isDirectory() || (from.endsWith('.md') && path.basename(from) !== 'README.md')
