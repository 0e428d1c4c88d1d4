// Sets the theme that the reader has chosen before anything is drawn. The desk offers and keeps it: src/app/storage.rs.
try {
  const theme = localStorage.getItem("workbook/theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing has kept no choice.
}
