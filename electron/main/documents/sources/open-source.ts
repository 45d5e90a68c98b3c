import fs from 'node:fs'
import path from 'node:path'
import { err, ok, type Result } from '#shared/kernel/result'
import { folderBag, zippedBag } from '../bag/bag-files'
import { bagSource } from './bag-source'
import { fileSource, folderSource } from './folder-source'
import { jsonLinesSource } from './json-lines'
import { listSource } from './list-source'
import type { DocumentSource, SourceParts, SourceProblem } from './source'

/** A folder, a bag, a list, JSON Lines or one document, told apart by what is there and by the ending. */
export async function openSource(place: string, parts: SourceParts): Promise<Result<DocumentSource, SourceProblem>> {
  try {
    const isFolder = fs.statSync(place).isDirectory()
    return isFolder ? await openFolder(place, parts) : await openFile(place, parts)
  } catch {
    return err({ kind: 'sourceUnreadable', why: 'notReadable' })
  }
}

async function openFolder(folder: string, parts: SourceParts): Promise<Result<DocumentSource, SourceProblem>> {
  if (!fs.existsSync(path.join(folder, 'bagit.txt'))) return folderSource(folder, parts)
  return bagSource(folderBag(folder), { name: path.basename(folder), folder }, parts)
}

async function openFile(file: string, parts: SourceParts): Promise<Result<DocumentSource, SourceProblem>> {
  switch (path.extname(file).toLowerCase()) {
    case '.xlsx':
    case '.csv':
      return listSource(file)
    case '.jsonl':
    case '.ndjson':
      return jsonLinesSource(file)
    case '.zip': {
      const bag = await zippedBag(file)
      return bag
        ? bagSource(bag, { name: path.basename(file) }, parts)
        : err({ kind: 'sourceUnreadable', why: 'damaged' })
    }
    case '.xls':
      return err({ kind: 'sourceUnreadable', why: 'oldExcel' })
    default:
      return ok(fileSource(file, parts))
  }
}
