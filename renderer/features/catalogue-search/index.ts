export { SearchDesk, type SearchDeskProps } from './search-desk'
export { DemandList, type DemandListProps } from './demand-list'
