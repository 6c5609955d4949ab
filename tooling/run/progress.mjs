const terminal = process.stdout.isTTY === true;

/**
 * Shows one step while it runs: a line that counts seconds in a terminal, else a line at the start, every ten seconds and at the end.
 * @param {string} title such as `2/3 Installing`
 */
export function beginStep(title) {
  const began = Date.now();
  let note = "";
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const line = () => `${title} … ${note === "" ? "" : `${note}, `}${seconds()} s`;
  const rewrite = (/** @type {string} */ text) =>
    process.stdout.write(`\r\u001b[2K${text.slice(0, (process.stdout.columns ?? 80) - 1)}`);

  if (terminal) rewrite(line());
  else console.log(`${title} …`);
  const timer = setInterval(
    () => (terminal ? rewrite(line()) : console.log(line())),
    terminal ? 200 : 10_000,
  );

  const end = (/** @type {string} */ text) => {
    clearInterval(timer);
    if (terminal) rewrite(`${text}\n`);
    else console.log(text);
  };
  return {
    /** @param {string} text what is happening now */
    say(text) {
      note = text;
    },
    done() {
      end(line());
    },
    failed() {
      end(`${title} … failed after ${seconds()} s`);
    },
  };
}
