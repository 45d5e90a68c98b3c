/** What the exchange needs of the runtime's cryptography; every runtime of the product brings its own. */
export interface Proof {
  /** Hex SHA-256 of the act prefix and the UTF-8 bytes of the body (`actHashPrefix`). */
  hashOf(body: string): string
  /** Whether the signature (base64) over the 32 bytes of the hash is this key's; false for a key or signature out of shape. */
  verifyHash(publicKey: string, hash: string, signature: string): boolean
  /** Whether the signature (base64) over the UTF-8 bytes of a note is this key's. */
  verifyNote(publicKey: string, note: string, signature: string): boolean
}

export interface Packing {
  /** gzip of the UTF-8 bytes. */
  pack(text: string): Uint8Array
  /** Exact text; null where it is no gzip of well-formed UTF-8, is cut short, or unpacks to more than `mostBytes`. */
  unpack(bytes: Uint8Array, mostBytes: number): string | null
}

export type Craft = Proof & Packing
