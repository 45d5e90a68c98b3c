import type { ScanMime } from '#shared/contracts/scan-type'
import type { Translator } from '../i18n/translator'

const mimeWords = {
  'application/pdf': 'scans.mime.pdf',
  'image/jpeg': 'scans.mime.jpeg',
  'image/png': 'scans.mime.png',
  'image/tiff': 'scans.mime.tiff',
  'text/plain': 'scans.mime.text',
} as const satisfies Readonly<Record<ScanMime, string>>

export const mimeWord = (mime: ScanMime, { t }: Translator): string => t(mimeWords[mime])

/** 812 字节, 340 KB, 2.4 MB. */
export function sizeWords(bytes: number, { t, format }: Translator): string {
  if (bytes < 1024) return t('scans.size.bytes', { n: bytes })
  if (bytes < 1024 * 1024) return t('scans.size.kib', { n: format.count(Math.ceil(bytes / 1024)) })
  return t('scans.size.mib', { n: (bytes / 1_048_576).toFixed(1) })
}

/** What the list and the fact keep of a file name: without its ending, never longer than the fact takes. */
export function titleOf(fileName: string): string {
  const stem = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim()
  return (stem || fileName.trim()).slice(0, 200)
}
