export { FromHeadquarters, type FromHeadquartersProps } from './from-headquarters'
export { SendingById, type SendingByIdProps } from './sending-by-id'
