import type { Drafts } from '#shared/application/desk'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'

export interface DeskDrafts {
  readonly port: Drafts
  /** Resolves when no open form holds anything unwritten, or it could not be written. */
  readonly settle: () => Promise<void>
}

type DraftCalls = Pick<Shell<DeskChannels>, 'draft:save' | 'draft:load' | 'draft:list' | 'draft:discard'>

/** Drafts lie sealed in main's vault; who shows a list of them hears of every change made at this desk. */
export function deskDrafts(shell: DraftCalls): DeskDrafts {
  const listeners = new Set<() => void>()
  const forms = new Set<() => Promise<unknown>>()
  const told = async <T>(call: Promise<T>): Promise<T> => {
    const reply = await call
    listeners.forEach(tell => tell())
    return reply
  }
  const port: Drafts = {
    save: (name, content) => told(shell['draft:save']({ name, content: JSON.parse(JSON.stringify(content)) as never })),
    load: name => shell['draft:load']({ name }),
    list: () => shell['draft:list'](),
    discard: name => told(shell['draft:discard']({ name })),
    onChange: listener => member(listeners, listener),
    keepInStep: flush => member(forms, flush),
  }
  return {
    port,
    // A form whose draft cannot be written must not keep the desk from being locked.
    settle: async () => void (await Promise.allSettled([...forms].map(flush => flush()))),
  }
}

function member<T>(members: Set<T>, one: T): () => void {
  members.add(one)
  return () => void members.delete(one)
}
