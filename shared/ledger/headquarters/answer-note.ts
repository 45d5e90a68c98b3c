/**
 * What headquarters signs of every answer to a signed request, so that a proxy which ends TLS can neither make one up nor keep
 * one for later: a machine opens a new chain because an answer says so.
 */
export interface AnswerWords {
  /** Of the request that it answers. */
  readonly nonce: string
  readonly status: number
  /** Hex SHA-256 of the body as it is sent; of no bytes where there is none. */
  readonly bodyDigest: string
  /** Headquarters' clock, ISO 8601 in UTC: a machine whose own is wrong signs its next request by it. */
  readonly at: string
}

export const answerNote = ({ nonce, status, bodyDigest, at }: AnswerWords): string =>
  `records-desk-answer/v1\n${nonce}\n${status} ${bodyDigest}\n${at}\n`

/** Headers of every answer. */
export const answerSignatureHeader = 'records-desk-answer'
export const answerTimeHeader = 'records-desk-time'
