import { createHash } from 'node:crypto'
import { encodedPath } from './bag-paths'

export interface PayloadFile {
  /** Below `data/`, parted by `/`. */
  readonly path: string
  /** Hex SHA-256. */
  readonly digest: string
  readonly bytes: number
}

export interface BagTags {
  /** In the order in which they are written: what names the others comes last. */
  readonly tags: readonly { readonly name: string; readonly text: string }[]
  /** Hex SHA-256 of the tag manifest, which holds those of all others. */
  readonly digest: string
}

/** The tag files of a BagIt 1.0 package (RFC 8493, 2.1.1, 2.1.3, 2.2.1, 2.2.2); `labels` go into bag-info.txt, `others` beside it. */
export function bagTags(
  payload: readonly PayloadFile[],
  labels: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>> = {},
): BagTags {
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0)
  const info = { ...labels, 'Payload-Oxum': `${bytes}.${payload.length}` }
  const lines = Object.entries(info).map(([label, value]) => `${label}: ${value.replace(/\s+/gu, ' ')}\n`)
  const texts: Readonly<Record<string, string>> = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'bag-info.txt': lines.join(''),
    ...others,
    'manifest-sha256.txt': payload.map(({ path: name, digest }) => `${digest}  ${encodedPath(name)}\n`).join(''),
  }
  const tagManifest = Object.entries(texts)
    .map(([name, text]) => `${sha256(text)}  ${name}\n`)
    .join('')
  const tags = Object.entries({ ...texts, 'tagmanifest-sha256.txt': tagManifest })
  return { tags: tags.map(([name, text]) => ({ name, text })), digest: sha256(tagManifest) }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
