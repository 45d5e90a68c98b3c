import { setTimeout as pause } from 'node:timers/promises'
import { startTestCluster, type TestCluster } from '../../support/headquarters/test-cluster'
import { faultsHere, faultsThere, faultsWhenLevel } from './compare'
import type { DeskProcess } from './desk-process'
import { forgetLastActs, makeHasty, type Plant } from './planted'
import { openStage, type Stage } from './stage'

/**
 * `desk`: at a random moment while it writes and sends; `deskUnheard`: when headquarters has stored what it sent, and it has
 * not heard so; `deskTaking`: while it takes in what headquarters said; `server` and `postgres`: while a segment is on its way
 * there, or is stored and the desk has not heard so.
 */
export const killKinds = ['desk', 'deskUnheard', 'deskTaking', 'server', 'postgres'] as const
export type KillKind = (typeof killKinds)[number]

export interface HeadquartersKills {
  readonly kills: Readonly<Record<KillKind, number>>
  /** Acts that the desk acknowledged, and receipts that headquarters signed, of which none may be lost. */
  readonly acknowledged: number
  readonly receipts: number
  /** Of the desk's chain on each side at the end, each once. */
  readonly acts: number
  readonly wrong: readonly string[]
}

export interface KillOrder {
  /** Of each one kill of every kind, and then both sides level. */
  readonly rounds: number
  readonly kinds?: readonly KillKind[]
  /** Only to be found wrong. */
  readonly plant?: Plant
  readonly progress?: (line: string) => void
  /** One's own is made where it is missing. */
  readonly cluster?: TestCluster
}

/** kill -9 of the desk, of headquarters and of its database, always of the same office, which goes on from what is there; and level at last. */
export async function killHeadquarters(order: KillOrder): Promise<HeadquartersKills> {
  const { rounds, kinds = killKinds, plant, progress = () => undefined } = order
  const cluster = order.cluster ?? (await startTestCluster())
  const stage = await openStage(cluster)
  const kills = { desk: 0, deskUnheard: 0, deskTaking: 0, server: 0, postgres: 0 }
  const wrong: string[] = []
  let acts = 0
  try {
    if (plant === 'hastyServer') await makeHasty(cluster, true)
    for (let round = 1; round <= rounds && wrong.length === 0; round++) {
      const found: string[] = []
      for (const kind of kinds) {
        const there = await killed[kind](stage, plant ? 1 : Math.random())
        if (plant === 'forgetfulDesk') forgetLastActs(stage.folder)
        found.push(...[...there, ...(await faultsHere(stage))].map(one => `${kind}: ${one}`))
        kills[kind]++
        if (found.length > 0) break // what comes after would only tell the same news
      }
      if (found.length === 0) {
        const level = await becomeLevel(stage)
        found.push(...(await faultsWhenLevel(stage, level)))
        acts = level.seq
      }
      wrong.push(...found.map(one => `round ${round}: ${one}`))
      const { kept, signedFor } = stage
      progress(`round ${round}/${rounds}: ${kept.length} acknowledged, ${signedFor.length} receipts, ${acts} acts`)
    }
    return { kills, acknowledged: stage.kept.length, receipts: stage.signedFor.length, acts, wrong }
  } finally {
    if (plant === 'hastyServer') await makeHasty(cluster, false)
    await stage.close()
    if (!order.cluster) await cluster.stop()
  }
}

async function becomeLevel(stage: Stage): Promise<NonNullable<DeskProcess['level']>> {
  const desk = stage.begin({ writes: false })
  await desk.ended()
  return desk.level!
}

/**
 * What each found wrong at once. The desk has been killed, and everything else runs, when it returns. `chance`, in 0 to 1: of
 * the upper half headquarters and its database are killed after they stored something.
 */
const killed: Readonly<Record<KillKind, (stage: Stage, chance: number) => Promise<string[]>>> = {
  async desk(stage) {
    const desk = stage.begin({ writes: true })
    await desk.until(() => desk.kept.length > 3)
    await pause(Math.random() * 250)
    await desk.kill()
    return faultsThere(stage)
  },
  async deskUnheard(stage) {
    const desk = stage.begin({ writes: true })
    await desk.until(() => desk.told > 0)
    await new Promise<void>(resolve => stage.set({ onStored: () => desk.kill().then(resolve) }))
    return faultsThere(stage)
  },
  async deskTaking(stage) {
    await stage.sayNotices(3)
    let isTaking = false
    stage.set({ onTaking: () => void (isTaking = true) })
    const desk = stage.begin({ writes: true })
    await desk.until(() => isTaking)
    await pause(Math.random() * 15)
    await desk.kill()
    return faultsThere(stage)
  },
  server: (stage, chance) =>
    whileDeskWrites(stage, chance, async () => {
      await stage.server.kill()
      await stage.server.start()
    }),
  postgres: (stage, chance) => whileDeskWrites(stage, chance, () => stage.cluster.killAndRestart()),
}

/** Nothing more comes in until it was looked at what headquarters holds after it came back. Then the desk goes on by itself. */
async function whileDeskWrites(stage: Stage, chance: number, kill: () => Promise<void>): Promise<string[]> {
  const desk = stage.begin({ writes: true })
  await desk.until(() => desk.told > 0)
  const wrong: string[] = []
  const killAndLook = async () => {
    stage.proxy.holdBack()
    await kill()
    wrong.push(...(await faultsThere(stage)))
    stage.proxy.letIn()
  }
  await new Promise<void>((resolve, reject) => {
    const stored = () => killAndLook().then(resolve, reject)
    const sent = () => void pause(chance * 40).then(stored)
    stage.set(chance > 0.5 ? { onStored: stored } : { onSegment: sent })
  })
  const { kept } = desk
  const last = kept.at(-1)!.seq
  await desk.until(() => desk.told > last)
  await pause(Math.random() * 100)
  await desk.kill()
  return wrong
}

export const inWords = (kills: HeadquartersKills['kills']): string =>
  `killed -9 ${killKinds.map(kind => `${kind} ${kills[kind]}`).join(', ')}`
