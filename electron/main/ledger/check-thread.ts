import { parentPort, workerData } from 'node:worker_threads'
import { officeAuthority } from '../authority/office-authority'
import { blobIndex } from './blob-index'
import { checkJournal, type JournalCheck } from './check-journal'
import { openJournalDisk } from './journal-disk'

/** Entry of the thread that checks the journal: one task in, one answer out. An error ends it and is told as such. */
const check = workerData as JournalCheck
parentPort?.postMessage(
  checkJournal(check, {
    openDisk: openJournalDisk,
    // Judges nothing here, so its day is never asked for.
    onlookers: [officeAuthority(() => ''), blobIndex()],
  }),
)
