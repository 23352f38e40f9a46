export const uploadsPrefix = "uploads/";

/** Where a browser puts a file before the library takes it over: the person's own corner, by the file's own id. */
export function uploadKey({ userId, fileId }: { userId: string; fileId: string }) {
  return `${uploadsPrefix}${userId}/${fileId}`;
}
