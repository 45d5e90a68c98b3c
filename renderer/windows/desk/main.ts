import projectorUrl from '../../data/projector/projector-worker?worker&url'
import { earlyStart } from './early-start'
import { startWorker } from './trusted-workers'

/** A few lines that run while the window itself is still being read; the page asks for both at once (build/opened-at-once). */
const early = earlyStart(window.recordsDesk, () => startWorker(projectorUrl))
void import('./open-window').then(({ openWindow }) => openWindow(early))
