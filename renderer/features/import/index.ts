export { ImportDesk, type ImportDeskProps } from './import-desk'
export { ImportNotice } from './import-notice'
