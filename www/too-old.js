// Runs only where module scripts are unknown.
document.addEventListener('DOMContentLoaded', function () {
  document.getElementById('app').hidden = true;
  document.getElementById('cannot-start').hidden = false;
  document.getElementById('why-old').hidden = false;
});
