import { render } from "preact";
import { PreviewPage } from "./preview_page";
import "./preview.css";
import "./entry.css";
import "./sheet.css";
import "../characters/characters.css";
// Last: it overrules the others where there is little room.
import "./narrow.css";

const root = document.getElementById("app");
if (root) render(<PreviewPage />, root);
