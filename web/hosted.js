// What a served page loads before anything else; xtask/src/page.rs writes it into the page itself.

import "./dead-desk.js";
import "./policy.js";
import "./theme.js";
import "./before.js";
import "./print.js";
import "./parts.js";
