export { PeopleDesk, type PeopleDeskProps } from './people-desk'
