import type { CatalogueActs } from '#shared/application/catalogue-ports'
import type { Shell } from '#shared/contracts/channel'
import type { DeskChannels } from '#shared/contracts/desk-channels'
import { ok } from '#shared/kernel/result'

/** Resolves when the acts are on the disk and in the view, so that the next screen shows them. */
export function cataloguePort(
  shell: Shell<DeskChannels>,
  after: { readonly pull: (seq: number) => Promise<unknown>; readonly catchUp: () => Promise<void> },
): CatalogueActs {
  return {
    write: async (role, acts) => {
      // Facts are JSON by construction; undefined properties do not survive the bridge and were never meant.
      const plain = JSON.parse(JSON.stringify(acts)) as never
      const written = await shell['catalogue:write']({ role, acts: plain })
      if (!written.ok) return written
      await after.pull(written.value.seq)
      return ok(undefined)
    },
    writeList: async (role, listId, fact) => {
      const facts = [JSON.parse(JSON.stringify(fact)) as never]
      const written = await shell['catalogue:writeList']({ role, listId, facts })
      if (!written.ok) return written
      await after.pull(written.value.seq)
      return ok(undefined)
    },
    setNumbering: async numbering => {
      const set = await shell['catalogue:setNumbering'](numbering)
      if (set.ok) await after.catchUp()
      return set
    },
    renameTopic: async (code, name) => {
      const renamed = await shell['catalogue:renameTopic']({ code, name })
      if (renamed.ok) await after.catchUp()
      return renamed
    },
    textAt: async (documentId, { chain, seq }) => {
      const found = await shell['catalogue:textAt']({ documentId, at: { chain, seq } })
      return found.ok ? ok(found.value.text) : found
    },
  }
}
