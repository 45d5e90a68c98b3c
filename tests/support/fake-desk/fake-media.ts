import type { MediaExchange } from '#shared/application/media/ports'
import { ok } from '#shared/kernel/result'

const notHere = async (): Promise<never> => {
  throw new Error('no media in this test')
}

/** For desks that export nothing: there is no medium, and asking for more throws. */
export const fakeMedia: MediaExchange = {
  list: async () => ok([]),
  chooseFolder: async () => ok(null),
  ...{
    begin: notHere,
    send: notHere,
    finish: notHere,
    cancel: notHere,
    bundleSize: notHere,
    progress: notHere,
    verify: notHere,
    verifyProgress: async () => ok(null),
    cancelVerify: notHere,
  },
  bundles: {
    find: notHere,
    take: notHere,
    offered: async () => ok(null),
    waiting: async () => ok(null),
    apply: notHere,
    discard: notHere,
    progress: async () => ok(null),
    cancel: notHere,
  },
  ...{ unseenEnd: async () => ok(null), forgetEnd: async () => ok(undefined) },
  ...{ removeLeftover: notHere, approve: notHere, acknowledge: notHere, reportMissing: notHere, slip: notHere },
}
