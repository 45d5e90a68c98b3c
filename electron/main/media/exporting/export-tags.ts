import { createHash } from 'node:crypto'
import { bagTags, type BagTags } from '../../documents/bag/bag-tags'
import type { WrittenFile } from './written-file'

export interface ExportTagParts {
  readonly officeName: string
  readonly on: string
  readonly exportId: string
  readonly mediumNo: string
  readonly isMasked: boolean
  readonly chain: string
  /** Ed25519 with the key of this workstation's chain. */
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

export const exportLabel = 'Records-Desk-Export'
export const signatureFile = 'signature.txt'

/** A BagIt package with a signature over its tag manifest: RFC 8493 admits tag files that no manifest names. */
export function exportTags(written: readonly WrittenFile[], parts: ExportTagParts): BagTags {
  const labels = {
    'Source-Organization': parts.officeName,
    'Bagging-Date': parts.on,
    'External-Identifier': parts.mediumNo,
    [exportLabel]: `1 ${parts.exportId} ${parts.isMasked ? 'masked' : 'unmasked'}`,
  }
  const { tags, digest } = bagTags(written, labels, { 'read-me.txt': readMe(parts) })
  const signature = Buffer.from(parts.sign(signedHash(parts, digest))).toString('base64')
  const signed = { name: signatureFile, text: `${signedText(parts, digest)}${signature}\n` }
  return { tags: [...tags, signed], digest }
}

const signedText = ({ chain, exportId }: ExportTagParts, digest: string): string =>
  `records-desk-export/v1\n${chain}\n${exportId}\n${digest}\n`

/** Under a name of its own, as acts are: a signature of the one can never stand for the other. */
const signedHash = (parts: ExportTagParts, digest: string): Buffer =>
  createHash('sha256')
    .update(`records-desk-export/v1\0${signedText(parts, digest)}`)
    .digest()

const readMe = ({ officeName, on, mediumNo }: ExportTagParts): string =>
  [
    `${officeName}　${on}　介质编号 ${mediumNo}`,
    '打开 data/index.html 即可在任何浏览器中查看，不需要安装程序；表格是 CSV 文件。',
    '名称带 .002、.003 的文件是同一文件的后续部分，按顺序连接即可。',
    '',
    `Written by Records Desk for ${officeName} on ${on}, medium ${mediumNo}.`,
    'Open data/index.html with any browser; tables are CSV files. No program is needed.',
    'Files that end in .002, .003 go on where the one before them ends.',
    '',
  ].join('\n')
