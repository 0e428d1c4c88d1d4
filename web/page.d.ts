/** web/guest.js offers it; src/app/browser/download.rs asks for it. */
declare var workbookGuest: (hear: (received: number) => void) => Promise<WebAssembly.Module>;
