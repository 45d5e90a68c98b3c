import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { segmentAnswer } from '#shared/contracts/headquarters-api'
import { readReceipt } from '#shared/ledger/exchange/receipt'
import { readEnrolmentCode } from '#shared/ledger/headquarters/enrolment-code'
import { nodeCraft } from '../../../electron/main/sync/node-craft'
import { readOwnKey } from '../../../headquarters/server/own-key'
import { newOffice } from '../../bench/hq/enrolled-machine'
import {
  holdingProxy,
  type HoldingProxy,
  type Passed,
  type PassedAnswer,
} from '../../support/headquarters/holding-proxy'
import { startServerProcess, type ServerProcess } from '../../support/headquarters/server-process'
import type { TestCluster } from '../../support/headquarters/test-cluster'
import { builtScript } from '../../support/launch/built-script'
import type { Compared, SignedFor } from './compare'
import { startDesk, type DeskProcess, type Kept } from './desk-process'
import type { WriterOrder } from './desk-writer'

/** What is to happen when something comes by between desk and headquarters; it is set for one time. */
export interface Trap {
  /** A segment is on its way to headquarters. */
  readonly onSegment?: () => void
  /** Headquarters stored acts, and the desk has not heard so: it will not. */
  readonly onStored?: () => Promise<void>
  /** The desk is given what headquarters, or another machine, has said. */
  readonly onTaking?: () => void
}

type LifeOrder = Pick<WriterOrder, 'writes' | 'enrol' | 'isAtLength'>

export interface StageOrder {
  /** An office that is there already, written into this folder; whoever begins the desk enrols it. */
  readonly fill?: (folder: string) => Promise<void>
  readonly limit?: 'none' | 'shipped'
  /** Everything that comes by. */
  readonly onCall?: (call: Passed) => void
  readonly onAnswer?: (call: Passed, answer: PassedAnswer) => void
}

/** One desk, in however many processes, a headquarters that can be killed, and what stands between them. */
export interface Stage extends Compared {
  readonly cluster: TestCluster
  readonly server: ServerProcess
  readonly proxy: HoldingProxy
  /** The next life of the desk. */
  begin(order: LifeOrder): DeskProcess
  /** What a desk types to be enrolled. */
  readonly enrolment: { readonly code: string; readonly keyPrint: string }
  set(trap: Trap): void
  /** Something that the desk has to fetch. */
  sayNotices(count: number): Promise<void>
  close(): Promise<void>
}

export async function openStage(cluster: TestCluster, stageOrder: StageOrder = {}): Promise<Stage> {
  const { fill, limit = 'none', onCall, onAnswer } = stageOrder
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'killed-desk-'))
  const script = await builtScript('tests/faults/headquarters/desk-writer.ts')
  const server = await startServerProcess(cluster, limit)
  const key = readOwnKey(path.join(cluster.folder, 'headquarters.key'))
  const code = await newOffice(server)
  const { officeId } = readEnrolmentCode(code)!
  const lives: DeskProcess[] = []
  const signedFor: SignedFor[] = []
  let trap: Trap = {}
  /** Each springs once. */
  const spring = <K extends keyof Trap>(name: K): Trap[K] | undefined => {
    const sprung = trap[name]
    if (sprung) trap = {}
    return sprung
  }
  const answered = async (call: Passed, answer: PassedAnswer): Promise<'heard' | 'lost'> => {
    const { status, body } = answer
    onAnswer?.(call, answer)
    if (isSegment(call) && status === 200) {
      const said = segmentAnswer.parse(JSON.parse(body.toString()))
      if (said.kind !== 'taken') return 'heard'
      const words = readReceipt(said.receipt, key.publicKey, nodeCraft)
      if (!words) throw new Error('headquarters did not sign its receipt')
      signedFor.push({ chain: words.chain, seq: words.seq, hash: words.hash })
      const onStored = said.added > 0 ? spring('onStored') : undefined
      await onStored?.()
      return onStored ? 'lost' : 'heard'
    }
    if (call.path.startsWith('/v1/chains/') && status === 200) spring('onTaking')?.()
    return 'heard'
  }
  const asked = (call: Passed): void => {
    onCall?.(call)
    if (isSegment(call)) spring('onSegment')?.()
  }
  const proxy = await holdingProxy(server.port, { asked, answered })
  const begin = (order: LifeOrder): DeskProcess => {
    const desk = startDesk(script, { folder: path.join(folder, 'desk'), address: proxy.url, ...order })
    lives.push(desk)
    return desk
  }
  const enrolment = { code, keyPrint: key.print }
  if (fill) await fill(folder)
  else await begin({ writes: false, enrol: enrolment }).ended()
  return {
    ...{
      cluster,
      server,
      proxy,
      db: cluster.db,
      officeId,
      signedFor,
      begin,
      enrolment,
      folder: path.join(folder, 'desk'),
    },
    get kept(): readonly Kept[] {
      return lives.flatMap(({ kept }) => kept)
    },
    set: next => void (trap = next),
    async sayNotices(count) {
      for (let nth = 1; nth <= count; nth++) {
        const content = { kind: 'notice', title: `通知 ${nth}`, text: '请于月底前报送。' }
        await server.console('POST', '/v1/console/sendings', { sendingId: randomUUID(), offices: [officeId], content })
      }
    },
    async close() {
      await Promise.all(lives.map(life => life.kill()))
      await proxy.close()
      await server.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const isSegment = ({ method, path: at }: Passed): boolean => method === 'POST' && at === '/v1/segments'
