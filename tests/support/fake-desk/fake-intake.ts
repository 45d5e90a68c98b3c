import type { Intake, Outtake } from '#shared/application/intake/ports'
import { err, ok } from '#shared/kernel/result'

/** An office into which nothing is carried. */
export const fakeIntake = (): Intake => ({
  choose: async () => ok('cancelled'),
  read: async () => err({ kind: 'notFound' }),
  close: async () => ok(undefined),
  look: async () => err({ kind: 'notFound' }),
  attach: async () => err({ kind: 'notFound' }),
  begin: async () => err({ kind: 'notFound' }),
  unfinished: async () => ok([]),
  reopen: async () => err({ kind: 'notFound' }),
  end: async () => ok(undefined),
  undone: async () => ok(undefined),
  saveReport: async () => ok('cancelled'),
})

export const fakeOuttake = (): Outtake => ({
  begin: async () => ok(null),
  add: async () => ok(undefined),
  end: async () => ok([]),
})
