//! The page's clock.

/// The time in milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}
