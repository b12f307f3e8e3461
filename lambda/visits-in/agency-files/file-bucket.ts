/** The port to where agencies put files that is no folder of this machine. */
export interface FileBucket {
  /** Undefined where it is not there any more. */
  read(key: string): Promise<Uint8Array | undefined>;
  write(key: string, text: string): Promise<void>;
  /** Nothing happens where it is not there any more. */
  move(from: string, to: string): Promise<void>;
}
