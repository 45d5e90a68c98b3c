import { noDesks } from '../support/workstation/no-desks'
/**
 * Makes every change once, then the target change again and again until it is killed; prints a line before and after
 * each. Run by the kill harness: node --import tsx change-writer.ts FOLDER KIND step|moment|planted
 */
import fs from 'node:fs'
import path from 'node:path'
import { deskHandlers } from '../../electron/main/ipc/desk-handlers'
import { founding, signInFirst, valueOf } from '../support/workstation/test-workstation'
import { openOffice, type ChangeAnswer, type ChangeKind, type ChangeLine, type ChangePlan } from './change-lines'
import { watchDiskSteps } from './disk-steps'

const folder = process.argv[2]!
const target = process.argv[3] as ChangeKind
const mode = process.argv[4] as 'step' | 'moment' | 'planted'
const disk = watchDiskSteps()
/** Steps that the target change took the last time. */
let lastCount = 0
const say = (line: ChangeLine) => fs.writeSync(1, `${JSON.stringify(line)}\n`)

if (target === 'founding') await foundTwice()
else await changeOften()

/** First in a folder beside, to learn how many steps it takes. */
async function foundTwice(): Promise<void> {
  for (const office of [path.join(folder, 'rehearsal'), folder]) {
    const isTarget = office === folder
    const workstation = openOffice(office)
    disk.takeCount()
    if (isTarget && mode === 'step') aim()
    say({ at: 'begin', plan: { kind: 'founding' }, isTarget })
    const { session, recoveryKey } = valueOf(await workstation.establish(founding))
    lastCount = disk.takeCount()
    if (isTarget && mode === 'step') diesUnheard()
    const { head } = workstation.ledger!
    say({ at: 'done', plan: { kind: 'founding' }, answer: { personId: session.personId, recoveryKey, head } })
  }
  await new Promise(() => setInterval(() => undefined, 1000)) // until the harness kills
}

async function changeOften(): Promise<void> {
  const workstation = openOffice(folder)
  valueOf(await signInFirst(workstation))
  const ask = deskHandlers({ workstation, ...noDesks })
  const me = workstation.session()!.personId
  let added = ''
  let mine = founding.administrator.password
  let serial = 0

  const plans: Record<Exclude<ChangeKind, 'founding'>, () => ChangePlan> = {
    adding: () => ({ kind: 'adding', who: `第${++serial}人`, password: `新来的人的口令${serial}` }),
    ownPassword: () => ({ kind: 'ownPassword', who: me, password: `管理员自己的口令${++serial}` }),
    othersPassword: () => ({ kind: 'othersPassword', who: added, password: `别人得到的口令${++serial}` }),
    renewing: () => ({ kind: 'renewing' }),
    holding: () => ({ kind: 'holding' }),
    draft: () => ({ kind: 'draft', who: `visit-${serial % 3}`, content: ++serial }),
  }
  const perform = async (plan: ChangePlan): Promise<Omit<ChangeAnswer, 'head'>> => {
    const { who = '', password = '' } = plan
    if (plan.kind === 'adding') {
      const { personId } = valueOf(await ask['people:add']({ name: who, posts: ['clerk'], password }))
      added = personId
      return { personId }
    }
    if (plan.kind === 'renewing') return valueOf(await ask['vault:renewRecoverySheet']())
    if (plan.kind === 'holding') valueOf(await ask['vault:keepRecoverySheet']())
    else if (plan.kind === 'draft') valueOf(await ask['draft:save']({ name: who, content: plan.content! }))
    else if (plan.kind === 'ownPassword') {
      valueOf(await ask['people:changePassword']({ current: mine, password }))
      mine = password
    } else valueOf(await ask['people:setPassword']({ personId: who, password }))
    return {}
  }
  const change = async (kind: Exclude<ChangeKind, 'founding'>, isTarget: boolean) => {
    const plan = plans[kind]()
    disk.takeCount()
    if (isTarget && mode === 'step') aim()
    say({ at: 'begin', plan, isTarget })
    if (isTarget && mode === 'planted') await plantedHalf(plan)
    const answer = await perform(plan)
    if (kind === target) lastCount = disk.takeCount()
    if (isTarget && mode === 'step') diesUnheard()
    say({ at: 'done', plan, answer: { ...answer, head: workstation.ledger!.head } })
  }
  /** What the harness must catch: a password that changes while nothing of it will ever be told. */
  const plantedHalf = async ({ who, password }: ChangePlan) => {
    valueOf(await workstation.options.vault.setPassword(who!, password!))
    process.kill(process.pid, 'SIGKILL')
  }

  const order = ['adding', 'othersPassword', 'ownPassword', 'renewing', 'holding', 'draft'] as const
  for (const kind of order) await change(kind, false)
  for (;;) {
    if (target === 'holding') await change('renewing', false)
    await change(target as Exclude<ChangeKind, 'founding'>, true)
  }
}

/** A step of the change chosen by chance. */
function aim(): void {
  disk.killAfter(1 + Math.floor(Math.random() * lastCount))
}

/** Where the aim went past the last step: done, and nobody heard of it. */
function diesUnheard(): void {
  process.kill(process.pid, 'SIGKILL')
}
