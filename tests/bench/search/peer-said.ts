import type { PeerFigures } from './peers-corpus'

/** What became of one peer, in a few words. */
export function peerSaid(peer: PeerFigures): string {
  if (peer.state === 'missing') return `could not be had (${peer.why})`
  if (peer.state === 'not finished') return `not finished${peer.built === null ? '' : ` (${peer.built} documents in)`}`
  const mb = peer.mb === null ? '' : `, ${peer.mb.toFixed(0)} MB`
  const found = peer.found === null ? '' : `, ${peer.found} documents found`
  return `build ${peer.buildSeconds.toFixed(0)} s, p50 ${peer.p50.toFixed(1)}, p95 ${peer.p95.toFixed(1)} ms${mb}${found}`
}
