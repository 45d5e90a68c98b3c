import projectorUrl from '../../data/projector/projector-worker?worker&url'
import { earlyStart } from './early-start'
import { startWorker } from './trusted-workers'

/** The first module of the window that runs, before React and everything else is read. */
export const early = earlyStart(window.recordsDesk, () => startWorker(projectorUrl))
