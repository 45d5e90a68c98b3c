import type { EnquiryRecord } from '#shared/application/enquiry-ports'
import type { Watch } from '#shared/application/ports'
import type { View } from '../view'

export const enquiryList = (view: View): Watch<readonly EnquiryRecord[]> =>
  view.watch(async db => {
    const rows = await db.enquiries.toArray()
    const newestFirst = rows.toSorted((a, b) => (a.enquiry.noted.hlc < b.enquiry.noted.hlc ? 1 : -1))
    return newestFirst.map(({ id: enquiryId, ...rest }) => ({ enquiryId, ...rest }))
  })
