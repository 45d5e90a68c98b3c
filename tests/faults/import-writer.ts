/**
 * Imports the folder of documents, or goes on with the import that was left, and says what it does line by line, until it
 * is done or a number of steps on the disk kills it: so many from its beginning on, or `FRAME:STEPS` so many within a frame.
 * Run by the kill harness: node --import tsx import-writer.ts OFFICE SOURCE STEPS [forgetful]
 */
import fs from 'node:fs'
import type { OpenedSource } from '#shared/application/intake/ports'
import { writeImport } from '#shared/application/intake/write-import'
import { openTestWorkstation, signInFirst, valueOf } from '../support/workstation/test-workstation'
import { watchDiskSteps } from './disk-steps'
import { contextOf, importOffice, numberingsOf, planOf } from './import-office'
import type { ImportSaid } from './import-kill'

const [office, folder, aim, mode] = process.argv.slice(2) as [string, string, string, string | undefined]
const [steps, atFrame] = aim.split(':').map(Number).reverse() as [number, number | undefined]
let frames = 0
const say = (said: ImportSaid) => fs.writeSync(1, `${JSON.stringify(said)}\n`)

const disk = watchDiskSteps()
const workstation = openTestWorkstation({ folder: office })
valueOf(await signInFirst(workstation))
const { desk, intake, acts, book } = importOffice(workstation, folder)
const { source, plan } = mode === 'forgetful' ? await begun() : ((await leftBefore()) ?? (await begun()))

const written = valueOf(
  await writeImport(source, plan, {
    intake: {
      ...intake,
      attach: async (sourceId, file) => {
        const attached = await intake.attach(sourceId, file)
        if (attached.ok) say({ at: 'attached', documentId: file.documentId })
        return attached
      },
    },
    acts: {
      write: async (role, frame) => {
        const ids = frame.map(({ documentId }) => documentId)
        const types = frame.map(({ facts }) => facts[0]!.type)
        say({ at: 'frame', ids, types })
        if (++frames === atFrame) disk.killAfter(steps)
        const done = await acts.write(role, frame)
        if (done.ok) say({ at: 'done', ids, types })
        return done
      },
    },
    ...{ book, numberings: numberingsOf(workstation), context: contextOf(workstation), role: 'reviewer' },
    ...{ onProgress: () => undefined, isCancelled: () => false },
  }),
)
if (!written.isWhole) throw new Error(JSON.stringify(written))
valueOf(desk.end(plan.batchId))
say({ at: 'end', refused: written.refused.length + written.left.length, steps: disk.takeCount() })
workstation.lock()

/** What the next start offers. */
async function leftBefore() {
  const [left] = desk.unfinished()
  if (!left) return null
  if (atFrame === undefined && steps > 0) disk.killAfter(steps)
  const source = valueOf(await desk.reopen(left.plan.batchId))
  return { source: source as OpenedSource, plan: left.plan as never }
}

async function begun() {
  const chosen = valueOf(await desk.choose({ what: 'folder' }))
  if (chosen.outcome !== 'opened') throw new Error('nothing was opened')
  const plan = await planOf(intake, chosen.source, workstation)
  if (atFrame === undefined && steps > 0) disk.killAfter(steps)
  valueOf(
    desk.begin({ sourceId: chosen.source.sourceId, plan: JSON.parse(JSON.stringify(plan)) as never, role: 'reviewer' }),
  )
  say({ at: 'begun', batchId: plan.batchId })
  return { source: chosen.source as OpenedSource, plan }
}
