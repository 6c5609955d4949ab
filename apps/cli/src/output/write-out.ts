const wakers = ["drain", "close", "error"] as const;

/** Writes to standard output, waiting where the reader is slower. */
export async function writeOut(text: string): Promise<void> {
  const { stdout } = process;
  if (stdout.destroyed || stdout.write(text)) return;
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      for (const event of wakers) stdout.off(event, wake);
      resolve();
    };
    for (const event of wakers) stdout.on(event, wake);
  });
}
