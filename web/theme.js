// Sets the theme that the reader has chosen, before anything is drawn. The desk offers the choice and stores it
// (src/app/browser/storage.rs).
try {
  const theme = localStorage.getItem("workbook/theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // The browser refuses its storage, so there is no stored choice.
}
