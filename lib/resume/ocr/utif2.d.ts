declare module "utif2" {
  type Ifd = { width: number; height: number; [tag: `t${number}`]: number[] | undefined };
  const utif: {
    decode(buffer: ArrayBuffer): Ifd[];
    decodeImage(buffer: ArrayBuffer, ifd: Ifd): void;
    toRGBA8(ifd: Ifd): Uint8Array;
    encodeImage(rgba: Uint8Array, width: number, height: number): ArrayBuffer;
  };
  export default utif;
}
