import type { NeighbourState, Neighbours } from '#shared/application/neighbours/ports'
import { ok } from '#shared/kernel/result'

/** One machine by itself: no line, nobody it exchanges with. */
export const aloneState: NeighbourState = {
  machines: [
    {
      ...{ chain: '00'.repeat(16), workstation: 'A', windowName: '甲号窗口', isThis: true, state: 'inUse', held: 4218 },
      ...{ lastActAt: Date.parse('2026-03-02T09:10:00+08:00'), lastSeenAt: null, revokedFrom: null },
    },
  ],
  serving: { isOn: false, address: null, port: 8790, addresses: ['192.168.1.20'], trouble: null },
  partner: null,
  invitation: null,
}

const notHere = async (): Promise<never> => {
  throw new Error('no other machine in this test')
}

export const fakeNeighbours: Neighbours = {
  read: async () => ok(aloneState),
  ...{ serve: notHere, endServing: notHere, invite: notHere, admit: notHere, endInvitation: notHere },
  ...{ setPartner: notHere, exchange: notHere, revoke: notHere, readRequest: notHere, writeAnswer: notHere },
}
