// Bundles what the browser shows into dist/: for each page a script, a style sheet and itself.
import { cp, mkdir, rm } from "node:fs/promises";
import { build } from "esbuild";

await rm("dist", { recursive: true, force: true });
await mkdir("dist", { recursive: true });
await build({
  entryPoints: { preview: "src/preview/main.tsx", characters: "src/characters/main.tsx" },
  outdir: "dist",
  bundle: true,
  minify: true,
  target: ["es2022"],
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "linked",
});
await cp("src/preview/index.html", "dist/index.html");
await cp("src/characters/index.html", "dist/characters.html");
