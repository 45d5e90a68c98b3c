export { RequestList, type RequestListProps } from './request-list'
export { RequestPage, type RequestPageProps } from './request-page'
