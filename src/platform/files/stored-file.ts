/**
 * A stored content on its way out, under the name it was given. It is read from the disk as it is
 * sent and never held whole; its SHA-256 tells whether it is still the same one.
 */
export class StoredFile extends File {
  readonly sha256: string;

  constructor(content: Blob, of: { name: string; mediaType: string; sha256: string }) {
    super([content], of.name, { type: of.mediaType });
    this.sha256 = of.sha256;
  }
}
