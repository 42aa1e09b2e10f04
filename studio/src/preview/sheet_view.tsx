// The engine's own SVG of a sheet, put into the page as elements: what is seen is what is printed.
import { useEffect, useRef } from "preact/hooks";

interface SheetViewProps {
  svg: string;
  title: string;
  stale: boolean;
}

export function SheetView({ svg, title, stale }: SheetViewProps) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!holder.current || svg === "") return;
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    holder.current.replaceChildren(document.importNode(parsed.documentElement, true));
  }, [svg]);
  return (
    <div
      id="sheet"
      ref={holder}
      class={stale ? "sheet stale" : "sheet"}
      role="region"
      tabIndex={0}
      aria-label={`${title}の印字の見本`}
    />
  );
}
