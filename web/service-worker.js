// Keeps exactly the build's files, so that the workbook opens without a network after the first visit.
// xtask puts the list of files with their hashes before this script; a changed hash replaces that file.

import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";

precacheAndRoute(self.WORKBOOK_FILES);
cleanupOutdatedCaches();

// Two versions must not be mixed: the new one takes over when no page of the old one is open.
