import spinner from "yocto-spinner";

const FIRST_LINE_MS = 10_000;
const LINE_EVERY_MS = 30_000;

/** Tells people on standard error what goes on in long work; nothing on work that is quick. */
export interface Progress extends Disposable {
  say(text: string): void;
}

/** A turning line on a terminal; elsewhere a plain line now and then, from some seconds on. */
export function startProgress(text: string): Progress {
  return process.stderr.isTTY ? turningLine(text) : plainLines(text);
}

function turningLine(text: string): Progress {
  const line = spinner({ text, stream: process.stderr, handleSignals: false });
  const timer = setTimeout(() => line.start(), 300);
  return {
    say(next) {
      line.text = next;
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
      line.stop();
    },
  };
}

function plainLines(text: string): Progress {
  let current = text;
  let said: string | undefined;
  const say = (): void => {
    if (current !== said) process.stderr.write(`${current}\n`);
    said = current;
  };
  let timer = setTimeout(() => {
    say();
    timer = setInterval(say, LINE_EVERY_MS);
  }, FIRST_LINE_MS);
  return {
    say(next) {
      current = next;
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
    },
  };
}
