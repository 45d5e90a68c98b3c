import { double } from './double.js'

onmessage = async ({ data }) => {
  const bytes = await (await fetch(`/bytes?n=${data}`)).arrayBuffer()
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  postMessage({ length: double(bytes.byteLength), digest: digest.byteLength, secure: isSecureContext })
}
