import type { Enquiries } from '#shared/application/enquiry-ports'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import { subjectOf } from '#shared/ledger/subject'
import { ok } from '#shared/kernel/result'
import { enquiryList } from '../../../data/repositories/enquiry-list'
import type { View } from '../../../data/view'

export interface EnquiriesParts {
  readonly shell: Pick<Shell<DeskChannels>, 'ledger:append'>
  readonly view: View
  readonly pull: (seq: number) => Promise<unknown>
}

export const enquiriesPort = ({ shell, view, pull }: EnquiriesParts): Enquiries => ({
  watchAll: enquiryList(view),
  write: async (role, enquiryId, facts) => {
    const plain = JSON.parse(JSON.stringify(facts)) as never // JSON by construction
    const written = await shell['ledger:append']({ subject: subjectOf('enquiry', enquiryId), role, facts: plain })
    if (!written.ok) return written
    await pull(written.value.seq)
    return ok(undefined)
  },
})
