import { noteExternal } from './app-server'
import type { CdpSession } from './cdp-connection'
import { appAddress } from './origin-map'

interface PolicyIssue {
  readonly code: string
  readonly details: { readonly contentSecurityPolicyIssueDetails?: { readonly blockedURL?: string } }
}

/**
 * Attempts seen from inside the page: whole https addresses, of which our server sees the host alone, and those that the
 * content security policy stopped before they became a request. Those of workers are noted by the server.
 */
export function noteAttempts(cdp: CdpSession): void {
  cdp.on('Network.requestWillBeSent', ({ request, type }: { request: { url: string }; type: string }) => {
    if (type !== 'Document' && isOutside(request.url)) noteExternal(request.url)
  })
  cdp.on('Audits.issueAdded', ({ issue }: { issue: PolicyIssue }) => {
    const blocked = issue.details.contentSecurityPolicyIssueDetails?.blockedURL
    if (blocked && /^(https?|wss?):/.test(blocked) && !/^https?:\/\/[^/]+\.localhost\//.test(blocked))
      noteExternal(blocked)
  })
}

function isOutside(url: string): boolean {
  return /^(https?|wss?):/.test(url) && !appAddress(url)
}
