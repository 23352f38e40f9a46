// In the browser and on the server.

export const posterType = "image/jpeg";
export const largestPosterBytes = 200_000;
