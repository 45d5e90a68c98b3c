/**
 * A body, read into one array of the length that its headers tell. `arrayBuffer()` moves what arrives from place to place as
 * it grows: for the 40 MB of fonts for letters, 1 s of a core in the place of 0.4 s. Throws where the body ends early.
 */
export async function bytesOf(response: Response): Promise<Uint8Array> {
  const length = Number(response.headers.get('content-length'))
  if (!response.body || !(length > 0)) return new Uint8Array(await response.arrayBuffer())
  const reader = response.body.getReader({ mode: 'byob' })
  let bytes = new Uint8Array(length)
  for (let filled = 0; filled < length;) {
    const { value, done } = await reader.read(bytes.subarray(filled))
    if (done) throw new Error(`the body ended after ${filled} of ${length} bytes`)
    bytes = new Uint8Array(value.buffer) // the reader takes the memory away and hands it back
    filled += value.byteLength
  }
  return bytes
}
