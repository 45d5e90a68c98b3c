export { FindPalette } from './find-palette'
export type { FindItem } from './find-item'
export type { LastHeard } from './use-request-hits'
