import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { FoundBundle } from '../../../electron/main/bundles/find-bundles'
import { signatureFile } from '../../../electron/main/media/exporting/export-tags'
import { craft } from '../craft'
import type { OwnKey } from '../own-key'

/**
 * Headquarters' own answers stay on a stick that comes again. They are known by its signature over what lies there: that a
 * bundle cannot be opened says nothing of who wrote it.
 */
export function isOwnAnswer(
  { folder }: Pick<FoundBundle, 'folder'>,
  key: Pick<OwnKey, 'publicKey' | 'chain'>,
): boolean {
  try {
    const [, text, chain, digest, signature] =
      signed.exec(fs.readFileSync(path.join(folder, signatureFile), 'utf8')) ?? []
    if (text === undefined || chain !== key.chain || digest !== digestOfTags(folder)) return false
    const hash = createHash('sha256').update(`records-desk-export/v1\0${text}`).digest('hex')
    return craft.verifyHash(key.publicKey, hash, signature ?? '')
  } catch {
    return false // not there, or not to be read: then it is looked into as any other
  }
}

/** As `exportTags` writes it. */
const signed = /^(records-desk-export\/v1\n([0-9a-f]{32})\n[0-9a-f-]{36}\n([0-9a-f]{64})\n)([A-Za-z0-9+/]{86}==)\n$/u

const digestOfTags = (folder: string): string =>
  createHash('sha256')
    .update(fs.readFileSync(path.join(folder, 'tagmanifest-sha256.txt')))
    .digest('hex')
