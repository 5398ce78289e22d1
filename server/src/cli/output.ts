// The two ways out: stdout carries the result and nothing else, stderr everything that is said.

/** Writes a part of the result; resolves when there is room for more. */
export async function print(text: string): Promise<void> {
  if (text === '' || closed || process.stdout.write(text)) return;
  await new Promise<void>((resolve) => {
    process.stdout.once('drain', resolve);
    process.stdout.once('error', () => resolve());
  });
}

/** Tells the user something. */
export function warn(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** As `print`, where stdout is taken by something else. */
export async function say(text: string): Promise<void> {
  process.stderr.write(text);
}

let closed = false;

/** A reader that went away (`nianbao check … | head`) is no fault; the exit status still counts. */
export function ignoreClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      closed ||= stream === process.stdout;
    });
}

/** Without the control characters with which a text could steer the terminal. */
export function printable(text: string): string {
  return text.replace(/(?!\t)\p{Cc}/gu, '�');
}
