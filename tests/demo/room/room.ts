import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect } from '@playwright/test'
import {
  chooseFolder,
  saveImportReport,
  seeBooklets,
  seeCatalogue,
  goOnWriting,
  handOverForWriting,
  seeDocuments,
  toDocumentImport,
  type ImportCounts,
} from '../hands/document-pages'
import { lock, signIn } from '../hands/front-door'
import { administrator, reviewer } from '../hands/people-of-the-story'
import { registerRequest, saveFromReceipt } from '../hands/reception'
import {
  handOut,
  recordCopies,
  recordHelp,
  saveRoomDay,
  saveVisitForm,
  seeBlockedSignOut,
  signVisitorIn,
  signVisitorOut,
  takeItemBack,
} from '../hands/room-pages'
import { answerWith, find, toSearch } from '../hands/search-pages'
import { foundOffice } from '../monday/go-live'
import type { StageOfTwoWindows } from '../stage'
import { findings } from './documents'
import { writeFolder } from './folder'
import { atTheKiosk } from './kiosk'
import { readQueryCode } from './receipt'
import { copiedPages, help, lent, visitor } from './visitor'

/** What the preview said, kept for the script that compares it with the journal. */
export interface Imported extends ImportCounts {
  readonly files: number
}

/** A day of the reading room: a folder becomes the catalogue, five things are found, a visitor comes and goes, the kiosk works. */
export async function readingRoom(stage: StageOfTwoWindows, input?: string) {
  await foundOffice(stage)
  // The notice goes by itself; it would lie over the head of the next pages.
  await expect(stage.hands.page.getByText(`已添加${reviewer.name}，现在就可以登录。`)).toBeHidden({ timeout: 30_000 })
  const { taken } = await fillCatalogue(stage, input)
  await findFive(stage)
  await serveVisitor(stage)
  const code = await registerTheirRequest(stage)
  await atTheKiosk(stage, { code, documents: taken })
  await seeBooklets(stage.hands)
  await stage.shot('booklets')
}

async function fillCatalogue(stage: StageOfTwoWindows, input: string | undefined): Promise<Imported> {
  const { hands, shot, say, fileFor, openFrom, saveTo } = stage
  const above = fs.mkdtempSync(path.join(os.tmpdir(), 'records-desk-folder-'))
  try {
    const { folder, files } = writeFolder(path.join(above, '规范性文件'), input)
    say(`把 ${files} 份 Markdown 导入目录`)
    await toDocumentImport(hands)
    await chooseFolder(hands, { folder, openFrom })
    await shot('import-choices')
    const counts = await seeDocuments(hands)
    await shot('import-preview')
    await saveImportReport(hands, { file: fileFor('import-report.xlsx'), saveTo })
    say(`公开前要经过审核：交${reviewer.name}写入`)
    await handOverForWriting(hands, { taken: counts.taken, folderName: path.basename(folder) })
    await shot('import-waiting')
    await lock(hands)
    await signIn(hands, reviewer)
    await goOnWriting(hands, { taken: counts.taken, folderName: path.basename(folder) })
    await shot('import-done')
    await seeCatalogue(hands, counts.taken)
    await shot('catalogue')
    await lock(hands)
    await signIn(hands, administrator)
    say(`写入 ${counts.taken} 份，疑似重复 ${counts.double} 份，不能写入 ${counts.refused} 份`)
    const imported = { ...counts, files }
    fs.writeFileSync(fileFor('imported.json'), `${JSON.stringify(imported)}\n`)
    return imported
  } finally {
    fs.rmSync(above, { recursive: true, force: true })
  }
}

async function findFive({ hands, shot, say }: StageOfTwoWindows) {
  await toSearch(hands)
  for (const { way, inWords, words, title } of findings) {
    say(`按${inWords}查“${words}”`)
    await find(hands, { words, title })
    await shot(`found-by-${way}`)
    await answerWith(hands, title)
  }
}

/** Two documents out and back, pages copied, help given, the form printed, and out again. */
async function serveVisitor({ hands, shot, say, fileFor, saveTo }: StageOfTwoWindows) {
  say('来访者进室，借两件，归还，复印，办离开')
  await signVisitorIn(hands, visitor, shot)
  for (const title of lent) await handOut(hands, title)
  await shot('items-out')
  await seeBlockedSignOut(hands, lent, shot)
  for (const [at] of lent.entries()) await takeItemBack(hands, at + 1)
  await recordCopies(hands, { itemNo: 1, pages: copiedPages })
  await recordHelp(hands, help)
  await signVisitorOut(hands)
  await saveVisitForm(hands, { file: fileFor('visit-form.pdf'), saveTo })
  await shot('visit-over')
  await saveRoomDay(hands, { file: fileFor('room-day.pdf'), saveTo, shot })
}

/** What the catalogue does not have is asked for; the receipt carries the code for the kiosk. */
async function registerTheirRequest({ hands, shot, say, fileFor, saveTo }: StageOfTwoWindows): Promise<string> {
  const requestNo = await registerRequest(hands, visitor, shot)
  say(`登记号 ${requestNo}，保存回执`)
  await saveFromReceipt(hands, { paper: '登记回执', file: fileFor('receipt.pdf'), saveTo })
  await shot('receipt')
  await hands.press('Escape')
  return readQueryCode(fileFor('receipt.pdf'))
}
