import { app } from 'electron'
import { youngGenerationFlag } from '../windows/young-generation'

/** Before the first page is made. The only switch that the program gives Chromium: it takes no protection away. */
export function keepPagesSmall(): void {
  app.commandLine.appendSwitch('js-flags', youngGenerationFlag)
}
