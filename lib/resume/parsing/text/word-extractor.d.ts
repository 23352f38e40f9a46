declare module "word-extractor" {
  type HeaderOptions = { includeFooters?: boolean };
  type TextboxOptions = { includeHeadersAndFooters?: boolean; includeBody?: boolean };
  class Document {
    getBody(): string;
    getHeaders(options?: HeaderOptions): string;
    getTextboxes(options?: TextboxOptions): string;
  }
  export default class WordExtractor {
    extract(source: string | Buffer): Promise<Document>;
  }
}
