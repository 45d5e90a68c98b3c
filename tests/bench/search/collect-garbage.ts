import type { CDPSession, Page } from '@playwright/test'

/** Collects all garbage of a page and of the workers that it has started. Throws where there is no worker. */
export async function collectGarbage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  try {
    const workers = await workersOf(session)
    if (workers.length === 0) throw new Error('the page has no worker')
    await session.send('HeapProfiler.collectGarbage')
    for (const worker of workers) await askWorker(session, worker, 'HeapProfiler.collectGarbage')
  } finally {
    await session.detach()
  }
}

/** Sessions of the page's workers. */
export async function workersOf(session: CDPSession): Promise<readonly string[]> {
  const sessions: string[] = []
  session.on('Target.attachedToTarget', ({ sessionId }) => sessions.push(sessionId))
  // Not flat: a session of the driver takes no messages for others.
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  return sessions
}

/** One call to a worker; answers what it says, as text. */
export function askWorker(session: CDPSession, sessionId: string, method: string): Promise<string> {
  const answered = new Promise<string>(resolve =>
    session.once('Target.receivedMessageFromTarget', ({ message }) => resolve(message)),
  )
  const message = JSON.stringify({ id: 1, method })
  return session.send('Target.sendMessageToTarget', { sessionId, message }).then(() => answered)
}
