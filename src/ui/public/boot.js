// Runs before the first paint, so that a chosen mode or language does not flash past the other one.
// Kept apart from the bundle and free of inline code, so that a strict script policy can hold.
(function () {
  var root = document.documentElement;
  var stored = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var theme = stored('rt-theme');
  if (theme !== 'light' && theme !== 'dark') {
    theme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  root.dataset.theme = theme;
  root.lang = stored('rt-language') === 'en' ? 'en' : 'zh-CN';
})();
