// runs before the first paint, so that the page never flashes in the other theme
(() => {
  try {
    const theme = localStorage.getItem("bangban.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch (error) {
    // storage may be forbidden; then the system's theme stands
    console.debug(error);
  }
})();
