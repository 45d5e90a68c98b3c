export { ReplyDesk, type ReplyDeskProps } from './reply-desk'
export { ReviewDesk, type ReviewDeskProps } from './review-desk'
