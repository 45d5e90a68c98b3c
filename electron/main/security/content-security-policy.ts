/** The one Trusted Types policy: it admits the built worker URLs of our own origin and nothing else. */
export const workerPolicyName = 'records-desk-workers'

/** The policy of every page. No `unsafe-inline`, no `unsafe-eval`; styles that antd injects carry the nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${workerPolicyName}`,
  ].join('; ')
}
