// Search by words, and the characters found.
import { useState } from "preact/hooks";
import { searchCharacters, type Character } from "../shared/service";
import { CharacterGrid } from "./character_grid";
import { noWords, SearchForm, toSearch } from "./search_form";
import { SearchState } from "./search_state";
import { useAnswer } from "./use_answer";

interface CharacterSearchProps {
  current?: string | undefined;
  onChoose: (character: Character) => void;
}

export function CharacterSearch({ current, onChoose }: CharacterSearchProps) {
  const [words, setWords] = useState(noWords);
  const search = toSearch(words);
  const found = useAnswer(search ? JSON.stringify(search) : "", (signal) =>
    searchCharacters(search ?? {}, signal),
  );
  const list = found.value;
  return (
    <>
      <SearchForm words={words} onChange={setWords} />
      <SearchState
        answer={found}
        words={list ? `${list.total}字` + (list.total > list.characters.length ? "（はじめの200字）" : "") : ""}
      />
      {list && (
        <CharacterGrid
          characters={list.characters}
          current={current}
          label="見つかった文字"
          onChoose={onChoose}
        />
      )}
    </>
  );
}
