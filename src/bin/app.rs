fn main() {
    workbook::app::start();
}
