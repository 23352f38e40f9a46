/** How long two that were joined can be split again. */
export const joinUndoDays = 30;

export function splitUntil(joinedAt: Date): Date {
  return new Date(joinedAt.getTime() + joinUndoDays * 86_400_000);
}
