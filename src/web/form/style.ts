/** How the pages of the form look: one column, as large as a thumb, in the colours that whoever reads prefers. */
export const formStyle = `:root {
  color-scheme: light dark;
  --page: #f4f5f7;
  --sheet: #fff;
  --ink: #1a1f26;
  --soft: #586271;
  --line: #8893a1;
  --accent: #1660c4;
  --on-accent: #fff;
  --wrong: #b3261e;
  --wrong-sheet: #fdecea;
  --good: #17633a;
  --good-sheet: #e6f3eb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161b;
    --sheet: #1b2128;
    --ink: #e8ecf1;
    --soft: #a7b2bf;
    --line: #6d7988;
    --accent: #7db3ff;
    --on-accent: #0b1d36;
    --wrong: #ffb4ab;
    --wrong-sheet: #3b1f1d;
    --good: #8fd6a9;
    --good-sheet: #17301f;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--page);
  color: var(--ink);
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
header, main, footer { max-width: 36rem; margin: 0 auto; padding: 0 1rem; }
header {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1rem;
  align-items: center;
  justify-content: space-between;
  padding-top: 0.75rem;
}
header p { margin: 0; font-weight: 600; }
nav { position: relative; }
summary { padding: 0.6rem 0.7rem; border-radius: 0.6rem; cursor: pointer; }
summary:hover { background: var(--sheet); }
nav ul {
  position: absolute;
  inset-inline-end: 0;
  z-index: 1;
  min-width: 12rem;
  margin: 0.25rem 0 0;
  padding: 0.35rem;
  border: 1px solid var(--line);
  border-radius: 0.8rem;
  background: var(--sheet);
  box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
  list-style: none;
}
nav a, nav span { display: block; padding: 0.6rem 0.7rem; border-radius: 0.5rem; text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav span { background: var(--page); font-weight: 600; }
main { padding-top: 0.75rem; }
section { background: var(--sheet); border-radius: 1rem; padding: 1.25rem; margin: 0 0 1rem; box-shadow: 0 1px 2px rgb(0 0 0 / 8%); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.75rem; text-wrap: balance; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 0.5rem; }
* + h2 { margin-top: 1.25rem; }
p { margin: 0 0 0.75rem; }
p:last-child { margin-bottom: 0; }
blockquote { margin: 0 0 0.75rem; padding-block: 0.15rem; padding-inline-start: 0.85rem; border-inline-start: 3px solid var(--line); unicode-bidi: plaintext; }
label { display: block; font-weight: 600; margin: 1.1rem 0 0.3rem; }
.hint { display: block; margin: 0.3rem 0 0; color: var(--soft); font-size: 0.9375rem; }
.wrong-here { display: block; margin: 0.3rem 0 0; color: var(--wrong); font-weight: 600; }
input, textarea, button { font: inherit; }
input, textarea {
  display: block;
  width: 100%;
  padding: 0.7rem 0.8rem;
  border: 1px solid var(--line);
  border-radius: 0.6rem;
  background: var(--page);
  color: inherit;
}
textarea { min-height: 9rem; resize: vertical; }
[aria-invalid] { border: 2px solid var(--wrong); }
.code { max-width: 13rem; font-size: 1.6rem; letter-spacing: 0.3em; font-variant-numeric: tabular-nums; }
.number { max-width: 13rem; }
button, .button {
  display: block;
  width: 100%;
  min-height: 3rem;
  margin: 1.25rem 0 0;
  padding: 0.7rem 1.25rem;
  border: 1px solid transparent;
  border-radius: 0.6rem;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
button.quiet { background: none; color: var(--wrong); border-color: currentcolor; }
button:hover, .button:hover { filter: brightness(1.08); }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.is-wrong, .is-good { border-radius: 0.6rem; padding: 0.75rem 0.9rem; margin: 0 0 1rem; }
.is-wrong { background: var(--wrong-sheet); color: var(--wrong); }
.is-good { background: var(--good-sheet); color: var(--good); }
.extra { position: absolute; inset-inline-start: -10000px; width: 1px; height: 1px; overflow: hidden; }
footer { color: var(--soft); font-size: 0.9375rem; padding-bottom: 2.5rem; }
@media (min-width: 40rem) {
  section { padding: 1.75rem 2rem; }
  button, .button { display: inline-block; width: auto; min-width: 12rem; }
}
@media (forced-colors: active) {
  section, .is-wrong, .is-good { border: 1px solid; }
}
`;
