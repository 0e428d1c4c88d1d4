//! Output as it comes, as it is drawn, and as it is kept.

use super::*;
