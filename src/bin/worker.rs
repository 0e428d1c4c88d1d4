fn main() {
    workbook::bench::worker::start();
}
