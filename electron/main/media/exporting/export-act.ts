import type { BegunExport } from '#shared/contracts/media-channels'
import { officeSubject } from '#shared/ledger/subject'
import type { Medium } from '../medium'
import { exportFolderName } from './export-names'
import type { SealedExport } from './medium-export'

interface ExportActParts {
  readonly begun: BegunExport
  readonly medium: Medium
  readonly exportId: string
  readonly on: string
}

/** The act by which something leaves the office: on what, to whom, how much and under which digest. */
export const exportAct =
  ({ begun, medium, exportId, on }: ExportActParts) =>
  ({ folder, files, bytes, digest }: SealedExport) => {
    const { of, isMasked, approvalId, mediumNo, receiver, holder, role } = begun
    const open = {
      ...{ exportId, mediumNo, onto: medium.kind, of, isMasked, receiver, folder, bytes, digest, on },
      ...(medium.serial === null ? {} : { serial: medium.serial.slice(0, 80) }),
      ...(isMasked || approvalId === undefined ? {} : { approvalId }),
      files: files.length,
    }
    return { subject: officeSubject, role, facts: [{ type: 'media.exported@1', open, personal: { holder } }] }
  }

/** What the act will look like, for the question whether it may be written. */
export const placeholder = (on: string, exportId: string): SealedExport => ({
  folder: exportFolderName(on, exportId),
  files: [{ path: 'data/index.html', bytes: 1, digest: '0'.repeat(64) }],
  bytes: 1,
  digest: '0'.repeat(64),
})
