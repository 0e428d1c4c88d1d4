// Sets the theme and the size of letters that the reader has chosen, before anything is drawn. The desk offers the choices
// and stores them (src/app/browser/storage.rs).
try {
  const { dataset } = document.documentElement;
  const theme = localStorage.getItem("workbook/theme");
  if (theme === "light" || theme === "dark") dataset.theme = theme;
  const size = localStorage.getItem("workbook/size");
  if (size === "large" || size === "larger") dataset.size = size;
} catch {
  // The browser refuses its storage, so there is no stored choice.
}
