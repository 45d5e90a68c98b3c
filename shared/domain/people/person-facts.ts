/** The posts of an office. One person may hold several; an act names the post it was done under. */
export type Post = 'clerk' | 'reviewer' | 'head' | 'administrator'

export type PersonFact =
  | {
      readonly type: 'person.added@1'
      readonly open: { readonly posts: readonly Post[] }
      readonly personal: { readonly name: string }
    }
  | { readonly type: 'person.postsChanged@1'; readonly open: { readonly posts: readonly Post[] } }
  | {
      readonly type: 'person.passwordSet@1'
      readonly open: { readonly by: 'self' | 'administrator' | 'recoverySheet' }
    }
  | {
      readonly type: 'person.signedIn@1'
      readonly open: { readonly failuresBefore: number }
    }
