declare module "tesseract.js-core/tesseract-core-relaxedsimd-lstm.js" {
  const load: import("./tesseract").LoadCore;
  export default load;
}
declare module "tesseract.js-core/tesseract-core-lstm.js" {
  const load: import("./tesseract").LoadCore;
  export default load;
}
