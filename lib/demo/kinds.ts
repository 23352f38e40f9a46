// Apart from the generator, which brings the libraries that write PDF and Word files.

export const demoSeed = 1;
export const demoFileCount = 60;
