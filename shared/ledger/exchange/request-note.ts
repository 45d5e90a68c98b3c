/** A call to headquarters, or to another machine of the office, as its caller signs it. */
export interface SignedCall {
  readonly method: string
  /** With the query, as it stands in the request line. */
  readonly path: string
  /** Hex SHA-256 of the body as it is sent; of no bytes where there is none. */
  readonly bodyDigest: string
  /** Of the caller's clock, ISO 8601 in UTC. */
  readonly sentAt: string
  /** 32 hex digits, never used twice. */
  readonly nonce: string
}

/** Signed by the caller's chain key over these UTF-8 bytes: it holds behind a proxy that ends TLS. */
export const requestNote = ({ method, path, bodyDigest, sentAt, nonce }: SignedCall): string =>
  `records-desk-request/v1\n${method}\n${path}\n${bodyDigest}\n${sentAt}\n${nonce}\n`
