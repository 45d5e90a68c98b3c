/** The one Trusted Types policy of the window. It admits built scripts of our own origin, for workers, and nothing else. */
interface WorkerPolicy {
  createScriptURL(url: string): string
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): WorkerPolicy
}

const ownScript = (url: string): string => {
  const { origin, pathname } = new URL(url, location.href)
  if (origin !== location.origin || !/^\/assets\/[\w.-]+\.js$/.test(pathname))
    throw new TypeError('not a worker of ours')
  return url
}

const rules = { createScriptURL: ownScript }
const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
const policy: WorkerPolicy = trustedTypes?.createPolicy('records-desk-workers', rules) ?? rules

/** Starts a module worker of the build. The address comes from a `?worker&url` import. */
export const startWorker = (url: string): Worker => new Worker(policy.createScriptURL(url), { type: 'module' })
