fn main() {
    workbook::app::tell_panics();
    workbook::app::start();
}
