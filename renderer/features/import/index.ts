export { ImportDesk, type ImportDeskProps } from './import-desk'
