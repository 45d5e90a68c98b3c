import { z } from './zod'

/** Pieces that several lists of channels are made of. */
export const line = (longest: number) => z.string().trim().min(1).max(longest)
export const post = z.enum(['clerk', 'reviewer', 'head', 'administrator'])
export const personId = z.string().uuid()
const remedyBody = z.object({ name: line(60), address: line(120) })

export const agencyDetails = z.object({
  name: line(60),
  code: z.string().regex(/^[\u4e00-\u9fa5A-Z]{1,12}$/),
  address: line(120),
  contactName: line(60),
  contactPhone: line(40),
  reconsiderationBody: remedyBody,
  court: remedyBody,
})
export type AgencyDetails = z.infer<typeof agencyDetails>

/** What the settings desk knows beyond the set-up. */
export const settledAgency = agencyDetails.extend({
  reconsiderationBody: remedyBody.extend({ onlineAddress: line(200).optional() }),
  remedyOfGrants: z.enum(['printed', 'leftOut']).optional(),
})

/** 登记号、答复文号、档案证明编号: series in which no number is left out without a reason. */
export const numberSeries = z.enum(['request', 'letter', 'certificate'])
