// Registers the offline store where a browser offers one (not from file://, not on plain http).

if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
  addEventListener("load", () => {
    navigator.serviceWorker.register("service-worker.js").catch((error) => {
      console.info("The workbook will not open offline:", error.message);
    });
  });
}
