import ora from "ora";

/** Shows what is going on right now. */
export interface Display {
  /** A new thing begins. */
  begin(text: string): void;
  /** How far it is. */
  update(text: string): void;
  /** It has ended. */
  end(): void;
}

/** One line that changes, for a terminal. It leaves the keyboard alone, so that Ctrl-C stays what it is. */
export function spinnerDisplay(stream: NodeJS.WritableStream = process.stderr): Display {
  // Whoever calls this has found a terminal, which one of a CI machine may be, too.
  const spinner = ora({ stream, discardStdin: false, isEnabled: true });
  let title = "";
  let latest = "";
  return {
    begin: (text) => {
      title = text;
      latest = text;
      spinner.start(text);
    },
    update: (text) => {
      latest = `${title}: ${text}`;
      spinner.text = latest;
    },
    end: () => {
      if (spinner.isSpinning) spinner.stopAndPersist({ symbol: "✔", text: latest });
    },
  };
}

/** Whole lines, for a log: a thing's beginning, its end, and how far it is every now and then. */
export function linesDisplay(write: (text: string) => void, interval = 10_000): Display {
  let title = "";
  let latest = "";
  let next = 0;
  return {
    begin: (text) => {
      title = text;
      latest = "";
      next = performance.now() + interval;
      write(`${text}\n`);
    },
    update: (text) => {
      latest = `${title}: ${text}\n`;
      if (performance.now() < next) return;
      next = performance.now() + interval;
      write(latest);
      latest = "";
    },
    end: () => {
      write(latest);
      latest = "";
    },
  };
}
