// Characters as people and the service count them: a shape's selector is part of its character.
const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });

export const countGraphemes = (text: string): number => [...segmenter.segment(text)].length;
