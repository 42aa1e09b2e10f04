// Asking again what nobody answered, until somebody does or nobody wants to know any more.
import { NoAnswerError } from "./service";

const pauseMs = 3000;

const pause = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, pauseMs);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });

/** `onSilence` hears of every time that nobody answered; other errors are the caller's. */
export async function untilAnswered<T>(
  ask: () => Promise<T>,
  signal: AbortSignal,
  onSilence: (silence: NoAnswerError) => void,
): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted || !(error instanceof NoAnswerError)) throw error;
      onSilence(error);
      await pause(signal);
      signal.throwIfAborted();
    }
  }
}
