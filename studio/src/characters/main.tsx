import { render } from "preact";
import { CharactersPage } from "./characters_page";
import "../preview/preview.css";
import "./characters.css";

const root = document.getElementById("app");
if (root) render(<CharactersPage />, root);
