fn main() {
    workbook::worker::start();
}
