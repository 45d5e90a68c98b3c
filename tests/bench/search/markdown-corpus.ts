import fs from 'node:fs'
import path from 'node:path'
import type { SearchDocument } from '../../../renderer/search/search-document'

/** Documents of a folder of Markdown or text files: the title is the first heading, or the name of the file. */
export function readCorpus(folder: string, most: number): SearchDocument[] {
  const files = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(md|txt)$/i.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort()
    .slice(0, most)
  if (files.length === 0) throw new Error(`no .md or .txt file in ${folder}`)
  return files.map((file, at) => {
    const text = fs.readFileSync(file, 'utf8')
    const title = /^#\s+(.+)$/m.exec(text)?.[1] ?? path.basename(file).replace(/\.\w+$/, '')
    const docNo = /[\u4e00-\u9fff]{1,8}[〔[]\d{4}[〕\]]\d{1,5}号/.exec(text)?.[0] ?? ''
    const [, year, month, day] = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(text) ?? []
    return {
      ...{ id: `m${String(at).padStart(6, '0')}`, title: title.trim(), docNo, body: text },
      day: year ? Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 : null,
      facets: { issuer: '县人民政府', topic: path.basename(path.dirname(file)), genre: '', validity: 'VALID' },
    }
  })
}
