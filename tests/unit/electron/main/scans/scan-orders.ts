import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { carriedName } from '../../../../../electron/main/ledger/carried-blobs'
import type { scanDesk, ScanOrder } from '../../../../../electron/main/scans/scan-desk'
import type { scanRoute } from '../../../../../electron/main/scans/scan-routes'
import type { Workstation } from '../../../../../electron/main/workstation/workstation'

export const pdf = (size = 100) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)])
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
/** Of the one sealed file that there is, as it lies. */
export function sealedIn({ scans }: Pick<Workstation, 'scans'>): string {
  const [named] = [...scans!.blobIndex.named()]
  return sha256(fs.readFileSync(scans!.carried.fileOf(carriedName(named!.file))))
}

export const order = (subject: string, bytes: number) => ({
  ...{ subject, bytes, kind: 'signedForm' as const, title: '申请表', isSent: true },
})

/** As a clerk, or under the post that is given. */
export async function send(
  scans: ReturnType<typeof scanDesk>,
  subject: string,
  content: Uint8Array,
  post: Pick<ScanOrder, 'role'> = {},
) {
  const begun = scans.begin({ ...order(subject, content.length), ...post })
  if (!begun.ok) return begun
  const { uploadId } = begun.value
  for (let at = 0; at < content.length; at += 1 << 20) {
    const sent = scans.part(uploadId, content.subarray(at, at + (1 << 20)))
    if (!sent.ok) return sent
  }
  return scans.finish(uploadId)
}

export const read = async (route: ReturnType<typeof scanRoute>, subject: string, digest: string) => {
  const query = new URLSearchParams({ request: subject.slice('request:'.length), digest })
  return route(new URL(`app://bundle/ledger/scan?${query.toString()}`))
}
