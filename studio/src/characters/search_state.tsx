import type { Answer } from "./use_answer";

/** How far the search is, said also to those who do not see the screen. */
export function SearchState<T>({ answer, words }: { answer: Answer<T>; words: string }) {
  const wrong = answer.findings.map(({ message }) => message.ja).join("");
  const hints = answer.findings.flatMap(({ hints }) => hints ?? []).map(({ ja }) => ja);
  return (
    <p class={`search-state${wrong ? " wrong" : ""}`} role="status">
      {answer.busy ? "探しています…" : wrong || words}
      {!answer.busy && hints.map((hint) => <small key={hint}>{hint}</small>)}
    </p>
  );
}
