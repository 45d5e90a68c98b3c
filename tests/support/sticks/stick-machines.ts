import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { OfficeClock } from '../../../electron/main/clock/office-clock'
import { nodeMediaFiles } from '../../../electron/main/media/exporting/node-media-files'
import { chosenFolder } from '../../../electron/main/media/finding/this-machine'
import type { KnownHeadquarters } from '../../../electron/main/media/carrying/carrying-parts'
import { stickExchange, type StickExchange } from '../../../electron/main/media/carrying/stick-exchange'
import type { OutWish } from '../../../electron/main/media/carrying/write-out'
import { mediaDesk, type MediaDesk } from '../../../electron/main/media/media-desk'
import type { MediaFiles } from '../../../electron/main/media/exporting/media-files'
import type { ExchangeFinding } from '../../../electron/main/sync/exchange-findings'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { scanDesk } from '../../../electron/main/scans/scan-desk'
import { scanSources } from '../../../electron/main/scans/scan-sources'
import { founding, openTestWorkstation, signInFirst, valueOf } from '../workstation/test-workstation'
import { visitActs } from '../workstation/visit-acts'
import type { Workstation } from '../../../electron/main/workstation/workstation'

/** A whole machine without windows: real vault, journals, authority, and the desk of media with its sticks. */
export interface StickMachine {
  readonly workstation: Workstation
  readonly folder: string
  readonly findings: ExchangeFinding[]
  readonly media: MediaDesk
  readonly sticks: StickExchange
  /** From now on this machine knows of headquarters. */
  knowHeadquarters(known: KnownHeadquarters): void
  /** A request that was registered today; its subject. */
  register(serial: number): string
  scan(subject: string, bytes: Uint8Array): Promise<void>
  /** Writes a bundle onto a folder that stands for a stick, through the desk of media. The folder's name on it. */
  carry(stick: string, wish?: Partial<OutWish>, onto?: Onto): Promise<string>
  /** The latest bundle on a stick, checked and taken in. */
  takeIn(stick: string, name?: string): ReturnType<StickExchange['apply']>
  names(subject: string): unknown
}

interface Onto {
  readonly mediumNo?: string
  readonly files?: MediaFiles
}

export const temporaryFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'sticks-'))

export async function foundedMachine(folder = temporaryFolder(), clock?: OfficeClock): Promise<StickMachine> {
  const workstation = openTestWorkstation({ folder, ...(clock ? { clock } : {}) })
  valueOf(await workstation.establish(founding))
  return machineOn(workstation, folder)
}

/** A further machine of the office: a copy of its disk that goes on in a chain of its own. */
export async function furtherMachine(of: StickMachine, clock?: OfficeClock): Promise<StickMachine> {
  const folder = temporaryFolder()
  of.workstation.lock()
  fs.cpSync(of.folder, folder, { recursive: true })
  valueOf(await signInFirst(of.workstation))
  const workstation = openTestWorkstation({ folder, ...(clock ? { clock } : {}) })
  valueOf(await signInFirst(workstation))
  const exchange = workstation.exchangeWith(nodeCraft)!
  const { ownChain: chain } = exchange
  const seq = workstation.ledger!.head.seq - 1 // both have written that somebody signed in, each by itself
  valueOf(exchange.rollOver({ chain, seq, hash: exchange.hashAt(chain, seq)! }))
  return machineOn(workstation, folder)
}

export function machineOn(workstation: Workstation, folder: string): StickMachine {
  let known: KnownHeadquarters | null = null
  const findings: ExchangeFinding[] = []
  const sticks = stickExchange({
    ...{ workstation, headquarters: () => known, passphraseWork: 4 },
    tell: finding => void findings.push(finding),
  })
  const deskOn = (files: MediaFiles, stick: string) =>
    mediaDesk({
      ...{ workstation, sticks, files, folderAt: chosenFolder, find: async () => [], askFolder: async () => stick },
      ...{ newId: randomUUID, now: () => 0 },
    })
  const sources = scanSources({ scanFolder: path.join(folder, 'scanner'), newId: randomUUID, now: () => 0 })
  const scans = scanDesk({ workstation, sources, newId: randomUUID, askFiles: async () => [] })
  return {
    ...{ workstation, folder, findings, sticks, media: deskOn(nodeMediaFiles, folder) },
    knowHeadquarters: one => void (known = one),
    register(nth) {
      const agencyId = agencyOf(workstation)
      const today = workstation.options.clock.today()
      const [registered] = visitActs({ agencyId, today, requestSerial: nth, letterSerial: nth })
      const { subject, role, facts } = registered!
      valueOf(workstation.append({ subject, role, facts }))
      return subject
    },
    async scan(subject, bytes) {
      const order = { subject, bytes: bytes.length, kind: 'signedForm' as const, title: '申请表', isSent: true }
      const { uploadId } = valueOf(scans.begin(order))
      valueOf(scans.part(uploadId, bytes))
      valueOf(await scans.finish(uploadId))
    },
    async carry(stick, wish = {}, { mediumNo = 'JZ-01', files = nodeMediaFiles } = {}) {
      const media = deskOn(files, stick)
      const { mediumId } = valueOf(await media.chooseFolder())
      const begun = valueOf(
        await media.begin({
          ...{
            mediumId: mediumId!,
            of: { kind: 'bundle' },
            isMasked: true,
            mediumNo,
            receiver: '本单位',
            role: 'clerk',
          },
          ...{ holder: '赵宁', expected: null },
        }),
      )
      const { exportId } = begun
      valueOf(await media.bundle({ exportId, to: 'machines', isWhole: false, lock: { kind: 'receivers' }, ...wish }))
      return valueOf(await media.finish({ exportId })).folder
    },
    async takeIn(stick, name) {
      const found = valueOf(sticks.find(stick))
      valueOf(await sticks.take(stick, { name: name ?? found.at(-1)!.name }))
      return sticks.apply('clerk')
    },
    names: subject =>
      workstation.ledger!.actsOf(subject).flatMap(({ facts }) => facts.map(({ personal }) => personal ?? null)),
  }
}

function agencyOf({ ledger }: Workstation): string {
  const facts = ledger!.actsOf('office').flatMap(act => act.facts)
  return (facts.find(({ type }) => type === 'agency.added@1')!.open as { agencyId: string }).agencyId
}
