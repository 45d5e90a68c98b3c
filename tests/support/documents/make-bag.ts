import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export type BagContents = Record<string, string | Buffer>

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')

/** A sound bag of this payload (paths below data/); what is given as tag files replaces what would be written. */
export function bagOf(payload: BagContents, tags: BagContents = {}): BagContents {
  const data = Object.entries(payload).map(([name, content]) => [`data/${name}`, content] as const)
  const bytes = data.reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0)
  const files: BagContents = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'bag-info.txt': `Source-Organization: 云河县档案馆\nPayload-Oxum: ${bytes}.${data.length}\n`,
    'manifest-sha256.txt': data.map(([name, content]) => `${sha256(content)}  ${name}\n`).join(''),
    ...tags,
  }
  const tagLines = Object.entries(files).map(([name, content]) => `${sha256(content)}  ${name}\n`)
  return { ...files, 'tagmanifest-sha256.txt': tagLines.join(''), ...tags, ...Object.fromEntries(data) }
}

export function writeBag(folder: string, contents: BagContents): void {
  for (const [name, content] of Object.entries(contents)) {
    const target = path.join(folder, name)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, content)
  }
}
