import type { FrontDoor } from '#shared/application/front-door'

/** People have channels of their own; the list shows the change before it is said to be done. */
export function doorThatShows(
  door: FrontDoor,
  { catchUp, me }: { catchUp: () => Promise<void>; me: string },
): FrontDoor {
  const shown = async <Answer extends { readonly ok: boolean }>(asked: Promise<Answer>): Promise<Answer> => {
    const answer = await asked
    if (answer.ok) await catchUp()
    return answer
  }
  return {
    ...door,
    addPerson: person => shown(door.addPerson(person)),
    setPassword: (personId, password) => shown(door.setPassword(personId, password)),
    changePassword: (current, password) => shown(door.changePassword(current, password)),
    setPosts: async (personId, posts) => {
      const answer = await shown(door.setPosts(personId, posts))
      // What this window may do was read at the sign-in; with other posts of one's own it begins anew.
      if (answer.ok && personId === me) location.reload()
      return answer
    },
  }
}
