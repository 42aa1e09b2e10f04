import { render } from "preact";
import { PreviewPage } from "./preview_page";
import "./preview.css";

const root = document.getElementById("app");
if (root) render(<PreviewPage />, root);
