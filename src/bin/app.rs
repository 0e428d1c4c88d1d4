//! The program of the page.

fn main() {
    workbook::app::tell_panics();
    workbook::app::start();
}
