import type { OwnVoice } from '../store/own-acts'
import { craft } from './craft'
import type { Parts } from './parts'

export const ownVoice = ({ key, now, told, random }: Parts): OwnVoice => ({
  ...{ chain: key.chain, publicKey: key.publicKey, proof: craft, now },
  signHash: hash => key.sign(hash),
  signNote: note => key.sign(Buffer.from(note)),
  newChain: () => random(16).toString('hex'),
  wasPutBack: (officeId, head) => told.isBehind(officeId, head),
})
