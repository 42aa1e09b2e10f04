// Search by words, and the characters found.
import { useState } from "preact/hooks";
import { searchCharacters, type Character } from "../shared/service";
import { CharacterGrid } from "./character_grid";
import { noWords, SearchForm, toSearch } from "./search_form";
import { SearchState } from "./search_state";
import { useAnswer } from "./use_answer";

interface CharacterSearchProps {
  current?: Character | undefined;
  usable?: (character: Character) => boolean;
  namesElsewhere?: string;
  onChoose: (character: Character) => void;
}

const always = () => true;

export function CharacterSearch(props: CharacterSearchProps) {
  const { current, usable = always, namesElsewhere = "", onChoose } = props;
  const [words, setWords] = useState(noWords);
  const search = toSearch(words);
  const key = search ? JSON.stringify(search) : "";
  const found = useAnswer(key, (signal) => searchCharacters(search ?? {}, signal));
  // Not one frame longer than the words that were asked.
  const list = search ? found.value : null;
  return (
    <>
      <SearchForm words={words} namesElsewhere={namesElsewhere} onChange={setWords} />
      <SearchState
        answer={found}
        words={list ? `${list.total}字` + (list.total > list.characters.length ? "（はじめの200字）" : "") : ""}
      />
      {list && (
        <CharacterGrid
          characters={list.characters}
          current={current}
          label="見つかった文字"
          usable={(character) => found.key === key && usable(character)}
          onChoose={onChoose}
        />
      )}
    </>
  );
}
