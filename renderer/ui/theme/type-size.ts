import { createContext, useContext } from 'react'

/** 大字: 18 px body and 44 px controls instead of 14 and 34. */
export type TypeSize = 'standard' | 'large'

export const TypeSizeContext = createContext<TypeSize>('standard')

export const useTypeSize = (): TypeSize => useContext(TypeSizeContext)
