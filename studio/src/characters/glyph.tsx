// A character as the engine prints it; the browser's own fonts may lack it, or draw another shape.
import type { Character } from "../shared/service";

const ascent = 880;
const em = 1000;

export function Glyph({ character }: { character: Character }) {
  const { picture } = character;
  if (!picture)
    return (
      <span class="glyph none">
        <span>この文字を描ける</span>
        <span>フォントがありません</span>
      </span>
    );
  const width = Math.max(picture.advance, 0.25) * em;
  return (
    <svg
      class="glyph"
      viewBox={`0 ${-ascent} ${width} ${em}`}
      role="img"
      aria-label={character.mj ?? character.codes ?? character.text}
    >
      <path d={picture.path} />
    </svg>
  );
}
