/** What a machine signs with its chain's key when it enrols: whoever brings the code holds the key. */
export interface EnrolmentWords {
  readonly code: string
  readonly office: string
  readonly chain: string
  /** SPKI (DER, base64). */
  readonly publicKey: string
  /** Hex SHA-256 of what tells the machine apart. */
  readonly machine: string
  /** Hex SHA-256 of the first segment's bytes. */
  readonly segmentDigest: string
}

export const enrolmentNote = (of: EnrolmentWords): string =>
  `records-desk-enrolment/v1\n${of.code}\n${of.office}\n${of.chain} ${of.publicKey}\n${of.machine}\n${of.segmentDigest}\n`
