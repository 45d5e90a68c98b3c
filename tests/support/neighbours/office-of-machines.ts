import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Invitation, JoiningState, NeighbourState } from '#shared/contracts/neighbour-channels'
import type { ChainRoot } from '#shared/ledger/exchange/chain-trust'
import { joinDesk, type JoinDesk } from '../../../electron/main/neighbours/joining/join-desk'
import { neighbourDesk, type NeighbourDesk } from '../../../electron/main/neighbours/neighbour-desk'
import type { ExchangeFinding } from '../../../electron/main/sync/exchange-findings'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import type { Workstation } from '../../../electron/main/workstation/workstation'
import { cheapKdf, founding, openTestWorkstation, signInFirst, valueOf } from '../workstation/test-workstation'

/** One machine: its main process without Electron, with the office's own line on loopback. */
export interface TestNeighbour {
  readonly home: string
  readonly workstation: Workstation
  readonly neighbours: NeighbourDesk
  readonly joining: JoinDesk
  /** What the next question for a file or a place is answered with. */
  chosen: string | null
  /** Everything that came in from others, counted. */
  arrivals: number
  readonly findings: ExchangeFinding[]
  state(): NeighbourState
  stop(): Promise<void>
}

export interface NeighbourOptions {
  readonly pinned?: () => ChainRoot | null
  readonly now?: () => number
}

/** A port of its own for a line: nothing listens there. Port 0 is no port that a person could type. */
export const loopback = '127.0.0.1'

export function testNeighbour(
  home: string,
  { pinned = () => null, now = Date.now }: NeighbourOptions = {},
): TestNeighbour {
  const workstation = openTestWorkstation({ folder: home })
  const ask = async (): Promise<string | null> => machine.chosen
  const faults: unknown[] = []
  const neighbours = neighbourDesk({
    ...{ office: home, workstation, craft: nodeCraft, pinned, now, timeoutMs: 10_000 },
    ...{ random: randomBytes, newId: randomUUID, askWhere: ask, askFile: ask },
    addresses: () => [loopback],
    onTaken: () => (machine.arrivals += 1),
    tell: finding => void machine.findings.push(finding),
    onFault: cause => faults.push(cause),
  })
  const joining = joinDesk({
    ...{ office: home, vault: workstation.options.vault, kdf: cheapKdf, craft: nodeCraft, now },
    ...{ random: randomBytes, newId: randomUUID, askWhere: ask, askFile: ask },
    wait: () => pause(5),
    onFault: cause => faults.push(cause),
  })
  const machine: TestNeighbour = {
    ...{ home, workstation, neighbours, joining, chosen: null, arrivals: 0, findings: [] },
    state: () => valueOf(neighbours.state()),
    stop: async () => {
      await neighbours.stop()
      workstation.lock()
      if (faults.length > 0) throw faults[0]
    },
  }
  return machine
}

/** The office as it was founded, on its first machine, with somebody signed in. */
export async function firstMachine(home: string, options: NeighbourOptions = {}): Promise<TestNeighbour> {
  const machine = testNeighbour(home, options)
  valueOf(await machine.workstation.establish(founding))
  return machine
}

/** Where the machine's line is open. */
export function lineOf(machine: TestNeighbour): string {
  const { address, port } = machine.state().serving
  return `${address}:${port}`
}

export const invitationOf = (machine: TestNeighbour): Invitation => machine.state().invitation!

export const { password } = founding.administrator

/** Waits for a stage that is not one of those under way. */
export async function settled(joining: JoinDesk): Promise<JoiningState> {
  for (;;) {
    const state = joining.state()
    if (!['meeting', 'waiting', 'fetching'].includes(state.stage)) return state
    await pause(5)
  }
}

/** The whole way by the network, as two people at two screens go it. */
export async function joinByLine(host: TestNeighbour, guest: TestNeighbour, code = 'B'): Promise<JoiningState> {
  valueOf(await host.neighbours.invite({ address: loopback, port: 0 }))
  const invited = invitationOf(host)
  if (invited.stage !== 'open') throw new Error(invited.stage)
  const machine = { workstation: code, windowName: `${code}号窗口` }
  valueOf(guest.joining.begin({ ...machine, address: lineOf(host), code: invited.code }))
  const met = await settled(guest.joining)
  if (met.stage !== 'compare') return met
  const shown = invitationOf(host)
  if (shown.stage !== 'compare' || shown.words !== met.words) throw new Error('the digits differ')
  valueOf(guest.joining.confirm())
  for (let asked = invitationOf(host); asked.stage === 'compare' && !asked.asks; asked = invitationOf(host))
    await pause(5)
  const admitted = await host.neighbours.admit({ pairingId: shown.pairingId, password })
  if (!admitted.ok && admitted.problem.kind !== 'refused') throw new Error(admitted.problem.kind)
  return settled(guest.joining)
}

export const signIn = async (machine: TestNeighbour) => valueOf(await signInFirst(machine.workstation))

/** Every file of a folder with its bytes, to look for what must not stand there. */
export function bytesBelow(folder: string): Buffer {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return Buffer.concat(files.map(entry => fs.readFileSync(path.join(entry.parentPath, entry.name))))
}
