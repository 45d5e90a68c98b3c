import type { Sendings } from '#shared/application/sendings/sendings'

const notHere = async (): Promise<never> => {
  throw new Error('headquarters sends nothing in this test')
}

export const fakeSendings: Sendings = { accept: notHere, decline: notHere, read: notHere, openDocuments: notHere }
