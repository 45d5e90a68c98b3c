import { createHash } from 'node:crypto'

/** Name of a sealed file, without its ending: says nothing of the content to whoever has a copy of it elsewhere. */
export const blobNameOf = (subject: string, digest: string): string =>
  createHash('sha256').update(`records-desk-blob/v1\0${subject}\0${digest}`).digest('hex')
